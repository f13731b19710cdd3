import { arnsAmong, arnsOfOtherPlace } from '../../checking/arns';
import { noInstance } from '../../checking/diagnostics';
import { Findings } from '../../checking/findings';
import { checkHeadroom, USERS } from '../../checking/headroom';
import type { Diagnostic } from '../../contract/diagnostic';
import type { Instance } from '../../../connect/model';
import type { CheckRequest, Context } from '../../contract/resource';
import { isUnknown, type PlannedState } from '../../contract/value';
import { placeOf } from '../../values/place';
import type { UserState } from '../schema';
import { successorIn } from '../succession/successor';
import { instanceNamed, references } from '../validate';
import { checkIdentity, missingNames } from './identity';
import { checkName } from './name';
import { checkReferences } from './references';
import { checkRemoval } from './removal';

/** What Connect tells, before apply, of a user that is to be created, changed, replaced or destroyed. */
export async function checkUser(request: CheckRequest<UserState>, context: Context): Promise<readonly Diagnostic[]> {
  const { prior, planned, config, replaced, private: known, replacing = false, replanned = false } = request;
  const first = prior ?? planned;
  if (first === undefined || isUnknown(first.instance_id)) return [];
  const findings = new Findings(context, { instance: first.instance_id, region: first.region });
  const { connect } = findings;
  if (prior && (!planned || replacing)) {
    await checkRemoval(prior, known, findings, planned && successorIn(planned, prior));
  }
  if (!planned || !config || isUnknown(planned.instance_id)) return findings.diagnostics;

  const place = placeOf(planned.instance_id, planned.region, connect);
  const { instanceId, region } = place;
  if (replacing) {
    // Of the plan of the successor, which comes next, Terraform shows the errors alone: that an account is taken over is told here.
    if (!prior) return findings.diagnostics;
    const instance = await findings.look('DescribeInstance', () => connect.instances.find(instanceId, region));
    if (instance && !instance.value) return [...findings.diagnostics, noInstance(instanceId, region)];
    await checkName(planned, { managedId: prior.user_id, inState: true }, place, findings);
    return findings.diagnostics;
  }
  const before = new Set(prior ? [prior.instance_id, ...references(prior).map(({ text }) => text)] : []);
  const arns = arnsAmong([instanceNamed(planned), ...references(planned)]).filter(({ text }) => !before.has(text));
  let described: Instance | undefined;
  if (prior === undefined || emailOf(prior) !== emailOf(planned) || missingNames(prior, planned).length > 0 || arns.length > 0) {
    const instance = await findings.look('DescribeInstance', () => connect.instances.find(instanceId, region));
    if (instance && !instance.value) return [...findings.diagnostics, noInstance(instanceId, region)];
    described = instance?.value;
    if (instance?.value) findings.add(...arnsOfOtherPlace(arns, instance.value), ...checkIdentity(prior, planned, config, instance.value));
  }
  if (prior === undefined) {
    if (replaced && !replanned) {
      await checkRemoval(replaced.state, replaced.private, findings, successorIn(planned, replaced.state));
    }
    const wasChecked = replanned && !replaced;
    const managed = { managedId: replaced?.state.user_id, inState: replaced !== undefined };
    const isNew = wasChecked || (await checkName(planned, managed, place, findings));
    const name = typeof planned.name === 'string' ? planned.name : undefined;
    if (isNew && described) await checkHeadroom(USERS, name, described, region, findings);
  }
  await checkReferences(prior, planned, place, findings);
  return findings.diagnostics;
}

const emailOf = ({ identity_info: blocks }: PlannedState<UserState>): unknown => {
  const [info] = isUnknown(blocks) ? [] : blocks;
  return isUnknown(info) ? info : (info?.email ?? null);
};
