import type { User } from '../../../../connect/model';
import { Findings } from '../../../../custom-resources/checking/findings';
import { type PlannedState, UNKNOWN } from '../../../../custom-resources/contract/value';
import { checkName } from '../../../../custom-resources/user/checks/name';
import type { UserState } from '../../../../custom-resources/user/schema';
import { fakeConnect, found } from '../../../support/custom-resources/connect';
import { SETTINGS, testContext } from '../../../support/custom-resources/context';
import { INSTANCE_ID, REGION } from '../../../support/custom-resources/ids';
import { AGENT, LIVE } from '../../../support/custom-resources/users';

/** What the plan of a new user says where `holder` has its name. */
async function told(
  planned: Partial<PlannedState<UserState>>,
  holder: User | undefined = LIVE,
  settings = SETTINGS,
): Promise<readonly unknown[]> {
  const connect = fakeConnect({ users: { holderOf: found(holder) } });
  const context = testContext(connect, { settings });
  const findings = new Findings(context);
  await checkName(
    { ...AGENT, id: UNKNOWN, user_id: UNKNOWN, arn: UNKNOWN, ...planned },
    undefined,
    { instanceId: INSTANCE_ID, region: REGION },
    findings,
  );
  return findings.diagnostics.map(({ severity, detail }) => [severity, /it differs from what is declared here \((.*)\)/.exec(detail)?.[1]]);
}

describe('the name of a new user', () => {
  it('is free where nobody has it', async () => {
    const findings = new Findings(testContext(fakeConnect()));
    await checkName(AGENT, undefined, { instanceId: INSTANCE_ID, region: REGION }, findings);
    expect(findings.diagnostics).toEqual([]);
  });

  it('is taken over from a user who is exactly as declared, and refused otherwise with what differs', async () => {
    expect(await told({})).toEqual([['warning', undefined]]);
    expect(await told({ routing_profile_id: 'vip' })).toEqual([['error', 'routing profile']]);
    expect(await told({}, { ...LIVE, identity: { ...LIVE.identity, secondaryEmail: 'ada@example.com' } })).toEqual([['error', 'identity']]);
  });

  it('is refused where accounts that exist are never taken over', async () => {
    expect(await told({}, LIVE, { ...SETTINGS, adoptExisting: 'never' })).toEqual([['error', undefined]]);
  });

  it('is refused where parts of the declaration, or all its blocks of a kind, are known only at apply', async () => {
    expect(await told({ routing_profile_id: UNKNOWN })).toEqual([['error', undefined]]);
    expect(await told({ identity_info: UNKNOWN })).toEqual([['error', undefined]]);
  });
});
