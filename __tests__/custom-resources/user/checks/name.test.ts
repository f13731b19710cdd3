import { succeeded } from '../../../../connect/failure';
import type { User, Users } from '../../../../connect/gateway';
import { idIn } from '../../../../connect/shapes/ids';
import { Findings } from '../../../../custom-resources/checking/findings';
import { type PlannedState, UNKNOWN } from '../../../../custom-resources/contract/value';
import { checkName } from '../../../../custom-resources/user/checks/name';
import type { ManagedResource } from '../../../../custom-resources/contract/resource';
import { type Held, userAdopted, usersWillBeAdopted } from '../../../../custom-resources/user/diagnostics';
import { user } from '../../../../custom-resources/user/resource';
import type { UserState } from '../../../../custom-resources/user/schema';
import { answers, fakeConnect, found } from '../../../support/custom-resources/connect';
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
  const findings = new Findings(context, { instance: INSTANCE_ID });
  const declared = { ...AGENT, id: UNKNOWN, user_id: UNKNOWN, arn: UNKNOWN, ...planned };
  await context.clock.run(checkName(declared, { held: 'nothing' }, { instanceId: INSTANCE_ID, region: REGION }, findings));
  return findings.diagnostics.map(({ severity, detail }) => [
    severity,
    /It differs from what is declared here \((.*?)\)/.exec(detail)?.[1],
  ]);
}

describe('the name of a new user', () => {
  it('is free where nobody has it', async () => {
    const findings = new Findings(testContext(fakeConnect()), { instance: INSTANCE_ID });
    await checkName(AGENT, { held: 'nothing' }, { instanceId: INSTANCE_ID, region: REGION }, findings);
    expect(findings.diagnostics).toEqual([]);
  });

  it('is taken over from a user who is exactly as declared, and refused otherwise with what differs', async () => {
    expect(await told({})).toEqual([['warning', undefined]]);
    expect(await told({ routing_profile_id: 'vip' })).toEqual([['error', 'routing profile']]);
    expect(await told({}, { ...LIVE, identity: { ...LIVE.identity, secondaryEmail: 'ada@example.com' } })).toEqual([['error', 'identity']]);
  });

  it('is told with what to do where another stack has the user, as after a change of the site: that stack would delete the account', async () => {
    const context = testContext(fakeConnect({ users: { holderOf: found(LIVE) } }));
    const findings = new Findings(context, { instance: INSTANCE_ID });
    const declared = { ...AGENT, id: UNKNOWN, user_id: UNKNOWN, arn: UNKNOWN };
    await context.clock.run(checkName(declared, { held: 'nothing' }, { instanceId: INSTANCE_ID, region: REGION }, findings));
    const inAnotherStack =
      'If another stack has the user in its state, run "terraform state rm" there before its next apply, for the user and for its memberships and quick connects: that stack deletes all of them once it no longer declares them.';
    const inOtherStacks =
      'If another stack has one of them in its state, run "terraform state rm" there before its next apply, for the user and for its memberships and quick connects: that stack deletes all of them once it no longer declares them.';
    expect(findings.diagnostics).toEqual([expect.objectContaining({ detail: expect.stringContaining(inAnotherStack) })]);
    expect(usersWillBeAdopted('').detail).toContain(inOtherStacks);
    expect(userAdopted(LIVE).detail).toContain(inAnotherStack);
  });

  it('is told with those of all whom apply takes over, since Terraform shows the first of many warnings alone', async () => {
    const holders = ['ada', 'bob', 'cyd'].map((username) => ({ ...LIVE, id: idIn(`id-${username}`), username }));
    const holderOf = answers(...[...holders, ...holders].map((holder) => succeeded<User | undefined>(holder)));
    const context = testContext(fakeConnect({ users: { holderOf } }));
    const plan = async () => {
      const findings = holders.map(() => new Findings(context, { instance: INSTANCE_ID }));
      const checks = holders.map(({ username: name }, at) => {
        const declared = { ...AGENT, name, id: UNKNOWN, user_id: UNKNOWN, arn: UNKNOWN };
        return checkName(
          declared,
          { held: 'nothing' },
          { instanceId: INSTANCE_ID, region: REGION },
          findings[at] ?? new Findings(context, { instance: INSTANCE_ID }),
        );
      });
      await context.clock.run(Promise.all(checks));
      return findings.flatMap(({ diagnostics }) => diagnostics);
    };
    expect(await plan()).toMatchObject([
      {
        severity: 'warning',
        summary: 'Users exist already',
        detail: expect.stringContaining('  - "ada" (id-ada)\n  - "bob" (id-bob)\n  - "cyd" (id-cyd)\nIf this plan destroys one of them'),
      },
    ]);
    // As when apply, in the same command, plans them once more.
    expect(await plan()).toEqual([]);
  });

  it('is left to the ledger where another resource has the account in the state, as where a count shifts', async () => {
    const context = testContext(fakeConnect({ users: { holderOf: found(LIVE) } }));
    context.ledger.note(user as unknown as ManagedResource, { state: { ...AGENT, user_id: LIVE.id }, private: {} });
    const findings = new Findings(context, { instance: INSTANCE_ID });
    await checkName(AGENT, { managedId: 'another', held: 'another account' }, { instanceId: INSTANCE_ID, region: REGION }, findings);
    expect(findings.diagnostics).toEqual([]);
  });

  it('is refused where accounts that exist are never taken over', async () => {
    expect(await told({}, LIVE, { ...SETTINGS, adoptExisting: 'never' })).toEqual([['error', undefined]]);
  });

  it('is refused where parts of the declaration, or all its blocks of a kind, are known only at apply', async () => {
    expect(await told({ routing_profile_id: UNKNOWN })).toEqual([['error', undefined]]);
    expect(await told({ identity_info: UNKNOWN })).toEqual([['error', undefined]]);
  });
});

describe('what to do about a name that is taken', () => {
  const advice = async (held: Held, gone?: UserState): Promise<string> => {
    const context = testContext(fakeConnect({ users: { holderOf: found(LIVE) } }), { settings: { ...SETTINGS, adoptExisting: 'never' } });
    if (gone) context.ledger.noteGone(user as unknown as ManagedResource, gone);
    const findings = new Findings(context, { instance: INSTANCE_ID });
    await checkName(AGENT, { held }, { instanceId: INSTANCE_ID, region: REGION }, findings);
    return findings.diagnostics.map(({ detail }) => detail).join();
  };

  it('is an import, and before it whatever the state may have at the address has to be out of it', async () => {
    expect(await advice('nothing')).toContain(
      'To manage that user with Terraform: if the state already has something at the address of this resource, first run "terraform state rm ADDRESS". Then import the user',
    );
    expect(await advice('nothing', { ...AGENT, name: 'somebody' })).toContain(
      'To manage that user with Terraform: if the state already has something',
    );
  });

  it('begins with the state where that has the resource: its user is to get the name, or was deleted and made anew by somebody', async () => {
    const first =
      'The state already has this resource, with another account. To manage that user instead, first remove this resource from the state';
    expect(await advice('another account')).toContain(first);
    expect(await advice('nothing', AGENT)).toContain(first);
  });

  it('is told whole of five users, and in short of the others', async () => {
    const names = ['ada', 'bea', 'cem', 'dan', 'eva', 'fay', 'gus'];
    const holderOf: Users['holderOf'] = (_, username) => Promise.resolve(succeeded({ ...LIVE, id: idIn(`id-${username}`), username }));
    const context = testContext(fakeConnect({ users: { holderOf } }), { settings: { ...SETTINGS, adoptExisting: 'never' } });
    const details: string[] = [];
    for (const name of names) {
      const findings = new Findings(context, { instance: INSTANCE_ID });
      await checkName({ ...AGENT, name }, { held: 'nothing' }, { instanceId: INSTANCE_ID, region: REGION }, findings);
      details.push(...findings.diagnostics.map(({ detail = '' }) => detail));
    }
    expect(details).toEqual([
      ...names.slice(0, 5).map(() => expect.stringContaining('import {')),
      ...['fay', 'gus'].map((name) =>
        expect.stringContaining(`The error about the user name "ada" says what to do. The import id is "${INSTANCE_ID}:id-${name}".`),
      ),
    ]);
  });
});
