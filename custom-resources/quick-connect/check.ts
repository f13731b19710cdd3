import type { Id, QuickConnectSettings } from '../../connect/gateway';
import { namedAnew } from '../checking/arns';
import { notInInstance } from '../checking/diagnostics';
import { Findings } from '../checking/findings';
import { checkHeadroom, QUICK_CONNECTS } from '../checking/headroom';
import { checkInstance } from '../checking/instance';
import { checkListed } from '../checking/listed';
import { takenOver, takeOver, type Telling } from '../creating/taken-over';
import type { Diagnostic } from '../contract/diagnostic';
import type { Ledger } from '../contract/ledger';
import type { CheckRequest, Context } from '../contract/resource';
import { isUnknown, isWhollyKnown, type PlannedState } from '../contract/value';
import { settled } from '../planning/plan-attributes';
import { theQuickConnect, theQuickConnectName, theUser } from '../identity/things';
import { bareId, QUEUE, USER } from '../values/identifiers';
import { type Place, placeOf } from '../values/place';
import { differences } from './connect-shape';
import { manyWillBeAdopted, nameHeld, nameTaken, willBeAdopted } from './diagnostics';
import type { QuickConnectState } from './schema';
import { references } from './validate';

/** What Connect tells, before apply, of a quick connect that is to be created or changed: its name, the user that it is to lead to, and its queues. */
export async function checkQuickConnect(
  { prior, planned, replaced, replacing = false, replanned = false }: CheckRequest<QuickConnectState>,
  context: Context,
): Promise<readonly Diagnostic[]> {
  if (!planned || replacing || isUnknown(planned.instance_id)) return [];
  const findings = new Findings(context, { instance: planned.instance_id, region: planned.region });
  const { connect } = findings;
  const place = placeOf(planned.instance_id, planned.region, connect);
  const named = namedAnew(prior, planned, references);
  const instance = await checkInstance(named, place, prior === undefined, findings);
  if (instance === 'missing') return findings.diagnostics;
  const holder = prior ?? replaced?.state;
  const looked = planned.name !== holder?.name && !replanned;
  const isNew = !looked || (await checkName(planned, { renaming: prior !== undefined, inState: holder !== undefined }, place, findings));
  const name = typeof planned.name === 'string' ? planned.name : undefined;
  if (prior === undefined && isNew && instance) await checkHeadroom(QUICK_CONNECTS, name, instance, place.region, findings);
  await checkUser(prior, planned, place, findings);
  await checkListed({ kind: QUEUE, operation: 'ListQueues', list: connect.catalogue.queues }, named, place, findings);
  return findings.diagnostics;
}

/** Whether the name is free, or seems to be. One that equals the declaration is what an interrupted apply left: apply will take it over. */
async function checkName(
  planned: PlannedState<QuickConnectState>,
  { renaming, inState }: { readonly renaming: boolean; readonly inState: boolean },
  { instanceId, region }: Place,
  findings: Findings,
): Promise<boolean> {
  const { settings, ledger } = findings.context;
  const { name } = planned;
  if (typeof name !== 'string') return true;
  const found = await findings.look('SearchQuickConnects', () => findings.connect.quickConnects.holderOf(instanceId, name, region));
  if (!found?.value) return true;
  const holder = theQuickConnect(instanceId, found.value.id);
  const isDeclared = ledger.isOwned(holder);
  // Terraform may just have read it, and plan it next.
  if (isDeclared && ledger.isGoing(holder)) await ledger.gather(`the name of ${holder}`, [name], findings.context);
  // The ledger tells of two resources of the plan that have to do with one name.
  if (isDeclared && !ledger.isGoing(holder)) return false;
  const expected = withUserTakenOver(planned, found.value, ledger);
  const known = !renaming && isWhollyKnown({ ...expected, id: null, quick_connect_id: null, arn: null });
  const differing = known ? differences(found.value, settled(expected), settings) : [];
  const taken = !known || differing.length > 0 || settings.adoptExisting === 'never';
  const inItsState = inState || ledger.wasFoundGone(theQuickConnectName(instanceId, name));
  const problem = isDeclared ? nameHeld(found.value) : nameTaken(found.value, instanceId, differing, inItsState);
  if (taken) findings.add(problem);
  else await takeOver('quick connects', found.value, telling(instanceId), findings);
  return false;
}

const telling = (instanceId: Id): Telling => ({
  thing: ({ id }) => theQuickConnect(instanceId, id),
  one: willBeAdopted,
  many: manyWillBeAdopted,
});

/**
 * An apply that was cut off left both, a user and what leads to it. Terraform learns the id of a user who is taken over only at apply:
 * where the quick connect that is there leads to such a user, that is taken for the one who is declared.
 */
function withUserTakenOver(
  planned: PlannedState<QuickConnectState>,
  { userId }: QuickConnectSettings,
  ledger: Ledger,
): PlannedState<QuickConnectState> {
  const [user] = isUnknown(planned.user_config) ? [] : planned.user_config;
  if (!user || isUnknown(user) || !isUnknown(user.user_id)) return planned;
  if (userId === undefined || !takenOver(ledger).has(theUser(userId))) return planned;
  return { ...planned, user_config: [{ ...user, user_id: userId }] };
}

/** Whether the user is there that it is to lead to, or is made by this plan. */
async function checkUser(
  prior: QuickConnectState | undefined,
  planned: PlannedState<QuickConnectState>,
  { instanceId, region }: Place,
  findings: Findings,
): Promise<void> {
  const [user] = isUnknown(planned.user_config) ? [] : planned.user_config;
  if (!user || isUnknown(user) || isUnknown(user.user_id) || user.user_id === prior?.user_config[0]?.user_id) return;
  const userId = bareId(USER, user.user_id);
  if (findings.context.ledger.wasMade(theUser(userId))) return;
  const exists = await findings.look('DescribeUser', () => findings.connect.users.exists({ instanceId, userId, region }));
  if (exists && !exists.value) findings.add(notInInstance(['user_config', 0, 'user_id'], 'user', userId, instanceId, region));
}
