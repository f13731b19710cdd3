import { idIn } from '../../../connect/shapes/ids';
import { succeeded } from '../../../connect/failure';
import type { User, Users } from '../../../connect/gateway';
import type { Removing } from '../../../custom-resources/contract/ledger';
import type { Removal } from '../../../custom-resources/contract/resource';
import type { Settings } from '../../../custom-resources/contract/settings';
import { theUser } from '../../../custom-resources/identity/things';
import { createUser } from '../../../custom-resources/user/create';
import { user } from '../../../custom-resources/user/resource';
import type { UserState } from '../../../custom-resources/user/schema';
import { type Answers, answers, fakeConnect, found, refusal, refuses, WRITTEN_AT } from '../../support/custom-resources/connect';
import { SETTINGS, testContext } from '../../support/custom-resources/context';
import { arnOf, INSTANCE_ARN, INSTANCE_ID, REGION, USER_ARN, USER_ID } from '../../support/custom-resources/ids';
import { AGENT, LIVE } from '../../support/custom-resources/users';

/** As planned: what Connect decides is not known yet. */
const PLANNED: UserState = { ...AGENT, id: null, user_id: null, arn: null };
const SPEAKS = [{ attribute_name: 'language', attribute_value: 'de', level: 3 }];
const SPOKEN = { attributeName: 'language', attributeValue: 'de', level: 3 };

const made = found({ id: USER_ID, arn: USER_ARN, at: WRITTEN_AT });

interface Options {
  readonly password?: string;
  readonly newUsers?: readonly string[];
  readonly settings?: Partial<Settings>;
  /** How the removal of the user goes who has the name. */
  readonly leaving?: Exclude<Removing, 'gone'>;
  /** Is told what begins the removal of that user. */
  readonly leaves?: (begin: () => void) => void;
}

async function create(desired: Partial<UserState>, scripted: Answers, options: Options = {}) {
  const connect = fakeConnect(scripted);
  const context = testContext(connect, { newUsers: options.newUsers, settings: { ...SETTINGS, ...options.settings } });
  const failed: Removal<UserState> = { diagnostics: [{ severity: 'error', summary: 'It does not go', detail: '' }] };
  if (options.leaving === 'failed') await context.ledger.removing(user, AGENT, false, () => Promise.resolve(failed));
  if (options.leaving === 'under way') void context.ledger.removing(user, AGENT, false, () => new Promise(() => undefined));
  options.leaves?.(() => void context.ledger.removing(user, AGENT, false, () => new Promise(() => undefined)));
  const result = await context.clock.run(
    createUser({ connect, context, deadline: context.clock.now() + 60_000 }, { ...PLANNED, ...desired }, options.password ?? null),
  );
  return { connect, context, result };
}

describe('a new user', () => {
  it('is made by one call that carries everything that is declared', async () => {
    const desired: Partial<UserState> = {
      instance_id: INSTANCE_ARN,
      routing_profile_id: arnOf('routing-profile', 'basic'),
      hierarchy_group_id: 'team',
      directory_user_id: 'd-1',
      tags_all: { env: 'prod' },
      voice_enhancement_config: [{ channel: 'VOICE', voice_enhancement_mode: 'NONE' }],
    };
    const { connect, context, result } = await create(desired, { users: { create: made } }, { password: 'Secret123' });
    expect(connect.called).toEqual(['create']);
    expect(connect.given('create')).toMatchObject([
      [
        {
          instanceId: INSTANCE_ID,
          region: REGION,
          username: 'jdoe',
          password: 'Secret123',
          identity: { firstName: 'Jane', lastName: 'Doe' },
          phone: { phoneType: 'SOFT_PHONE', autoAccept: false },
          channels: { voiceEnhancement: [{ channel: 'VOICE', mode: 'NONE' }] },
          routingProfileId: 'basic',
          securityProfileIds: ['agent', 'supervisor'],
          hierarchyGroupId: 'team',
          directoryUserId: 'd-1',
          tags: { env: 'prod' },
        },
      ],
    ]);
    expect(result).toEqual({
      state: { ...AGENT, ...desired },
      private: { created: context.clock.now(), asOf: WRITTEN_AT + 999 },
      adopted: false,
      diagnostics: [],
    });
    expect(context.ledger.wasMade(theUser(USER_ID))).toBe(true);
  });

  it('is made without what is not declared', async () => {
    const { connect } = await create({ identity_info: [], phone_config: [] }, { users: { create: made } });
    const [[request] = []] = connect.given('create');
    for (const member of ['password', 'identity', 'phone', 'channels', 'tags', 'hierarchyGroupId', 'directoryUserId', 'region']) {
      expect(request).not.toHaveProperty(member);
    }
  });

  it.each(['not-found', 'invalid'] as const)('gets its proficiencies, as soon as Connect knows it everywhere (%s)', async (kind) => {
    const associateProficiencies = answers(refusal(kind), refusal(kind), succeeded({ at: WRITTEN_AT + 5_000 }));
    const { connect, result } = await create({ proficiency: SPEAKS }, { users: { create: made, associateProficiencies } });
    expect(connect.called).toEqual(['create', 'associateProficiencies', 'associateProficiencies', 'associateProficiencies']);
    expect(result).toMatchObject({ state: { proficiency: SPEAKS }, private: { asOf: WRITTEN_AT + 5_999 }, diagnostics: [] });
  });

  it('stays in the state, with the error, when its proficiencies are refused', async () => {
    const { result } = await create({ proficiency: SPEAKS }, { users: { create: made, associateProficiencies: refuses('invalid') } });
    expect(result).toMatchObject({
      state: { ...AGENT, proficiency: [] },
      private: { created: expect.any(Number) },
      diagnostics: [{ severity: 'error', path: ['proficiency'], summary: expect.stringContaining('"jdoe"') }],
    });
  });

  it.each(['quota-full', 'denied', 'invalid', 'unavailable', 'throttled', 'cancelled'] as const)(
    'fails and leaves no state when CreateUser fails as %s',
    async (kind) => {
      const { connect, result, context } = await create({}, { users: { create: refuses(kind) } }, { password: 'Secret123' });
      expect(connect.called).toEqual(['create']);
      expect(result.state).toBeUndefined();
      expect(result.diagnostics).toMatchObject([
        { severity: 'error', summary: expect.stringContaining('Creating the user "jdoe" failed') },
      ]);
      expect(JSON.stringify(result)).not.toContain('Secret123');
      expect(context.ledger.wasMade(theUser(USER_ID))).toBe(false);
    },
  );
});

describe('a user name that is taken', () => {
  const taken = (existing: User | undefined, more: Answers['users'] = {}, ambiguous = false): Answers => ({
    users: { create: refuses('conflict', { ambiguous }), findByUsername: found(existing), ...more },
  });

  it('by a user that is exactly as declared is what an interrupted apply left: it is taken over, with a warning', async () => {
    const { connect, result } = await create({}, taken(LIVE));
    expect(connect.given('findByUsername')).toEqual([[INSTANCE_ID, 'jdoe', undefined]]);
    expect(result).toMatchObject({ state: AGENT, diagnostics: [{ severity: 'warning', path: ['name'] }] });
  });

  it('by the try whose answer was lost is taken over without a word', async () => {
    const { result } = await create({}, taken(LIVE, {}, true));
    expect(result).toMatchObject({ state: AGENT, diagnostics: [] });
  });

  it('by the try whose answer was lost, and not found yet, is looked for again, not made again', async () => {
    const { connect, result } = await create(
      {},
      taken(undefined, { findByUsername: answers(succeeded<User | undefined>(undefined), succeeded<User | undefined>(LIVE)) }, true),
    );
    expect(connect.called).toEqual(['create', 'findByUsername', 'findByUsername']);
    expect(result).toMatchObject({ state: AGENT, diagnostics: [] });
  });

  it.each<[string, Partial<User>]>([
    ['another identity', { identity: { firstName: 'John', lastName: 'Doe' } }],
    ['another routing profile', { routingProfileId: 'vip' }],
    ['more security profiles', { securityProfileIds: ['agent', 'supervisor', 'admin'] }],
    ['a hierarchy group', { hierarchyGroupId: 'team' }],
    ['other phone settings', { phone: { phoneType: 'DESK_PHONE', deskPhoneNumber: '+12065550100' } }],
    ['tags', { tags: { team: 'a' } }],
  ])('is refused, with the command that imports that user, when it has %s', async (_what, other) => {
    for (const ambiguous of [false, true]) {
      const { connect, result } = await create({}, taken({ ...LIVE, ...other }, {}, ambiguous));
      expect(result.state).toBeUndefined();
      expect(result.diagnostics).toMatchObject([{ severity: 'error', path: ['name'] }]);
      expect(result.diagnostics?.[0]?.detail).toContain(`terraform import ADDRESS ${INSTANCE_ID}:${USER_ID}`);
      expect(connect.called).toEqual(['create', 'findByUsername']);
    }
  });

  it('is refused as a conflict when the user cannot be found by its name', async () => {
    const { result } = await create({}, taken(undefined));
    expect(result.diagnostics).toMatchObject([{ summary: expect.stringContaining('conflict'), path: ['name'] }]);
    const denied = await create({}, { users: { create: refuses('conflict'), findByUsername: refuses('denied') } });
    expect(denied.result.diagnostics).toMatchObject([{ summary: expect.stringContaining('access denied'), path: ['name'] }]);
  });

  it('gets only the proficiencies that it lacks', async () => {
    const complete = await create({ proficiency: SPEAKS }, taken(LIVE, { listProficiencies: found({ proficiencies: [SPOKEN] }) }));
    expect(complete.connect.called).toEqual(['create', 'findByUsername', 'listProficiencies']);
    const partial = await create(
      { proficiency: SPEAKS },
      taken(LIVE, { listProficiencies: found({ proficiencies: [{ ...SPOKEN, level: 1 }] }) }),
    );
    expect(partial.connect.called).toEqual(['create', 'findByUsername', 'listProficiencies', 'updateProficiencies']);
  });

  it('is refused when another resource of the same apply has just made that user', async () => {
    const { result } = await create({}, taken(LIVE), { newUsers: [USER_ID] });
    expect(result.state).toBeUndefined();
  });

  it('is refused when that user has another directory user id', async () => {
    const { result } = await create({ directory_user_id: 'd-1' }, taken({ ...LIVE, directoryUserId: 'd-2' }));
    expect(result.state).toBeUndefined();
  });

  it('does not mark a user that was there before for replacement when its proficiencies are refused', async () => {
    const { result } = await create({ proficiency: SPEAKS }, taken(LIVE, { associateProficiencies: refuses('invalid') }));
    expect(result.state).toBeUndefined();
  });

  it('is refused where accounts that exist are never taken over, unless a lost answer shows that it is our own', async () => {
    const never = { settings: { adoptExisting: 'never' } } as const;
    const refused = await create({}, taken(LIVE), never);
    expect([refused.result.state, refused.result.diagnostics?.[0]?.summary]).toEqual([undefined, 'The user name "jdoe" is taken']);
    const own = await create({}, taken(LIVE, {}, true), never);
    expect(own.result).toMatchObject({ state: AGENT, adopted: false, diagnostics: [] });
  });

  it('by a user whom this apply is removing is waited for, and then given to a new account', async () => {
    const again = answers(refusal('conflict'), refusal('conflict'), succeeded({ id: idIn('new'), arn: USER_ARN, at: WRITTEN_AT }));
    const { connect, result } = await create({}, taken(LIVE, { create: again }), { leaving: 'under way' });
    expect(connect.called).toEqual(['create', 'findByUsername', 'create', 'findByUsername', 'create']);
    expect(result).toMatchObject({ state: { user_id: 'new' }, diagnostics: [] });
  });

  it('by a user whose removal begins while it is looked at goes to a new account, with all its proficiencies', async () => {
    let leave = (): void => undefined;
    const again = answers(refusal('conflict'), succeeded({ id: idIn('new'), arn: USER_ARN, at: WRITTEN_AT }));
    const listProficiencies: Users['listProficiencies'] = () => {
      leave();
      return Promise.resolve(succeeded({ proficiencies: [SPOKEN] }));
    };
    const { connect, result } = await create({ proficiency: SPEAKS }, taken(LIVE, { create: again, listProficiencies }), {
      leaves: (begin) => (leave = begin),
    });
    expect(connect.called).toEqual(['create', 'findByUsername', 'listProficiencies', 'create', 'associateProficiencies']);
    expect(result).toMatchObject({ state: { user_id: 'new', proficiency: SPEAKS }, diagnostics: [] });
  });

  it('by a user who is removed late leaves less time for the rest', async () => {
    const again = answers(
      ...Array.from({ length: 6 }, () => refusal('conflict')),
      succeeded({ id: idIn('new'), arn: USER_ARN, at: WRITTEN_AT }),
    );
    const begun = testContext(fakeConnect()).clock.now();
    const users = { create: again, associateProficiencies: refuses('not-found') };
    const { context, result } = await create({ proficiency: SPEAKS }, taken(LIVE, users), { leaving: 'under way' });
    expect(result).toMatchObject({ state: { user_id: 'new', proficiency: [] }, diagnostics: [{ severity: 'error' }] });
    expect(context.clock.now() - begun).toBeLessThanOrEqual(60_000);
  });

  it('by a user whose removal failed is refused: the error about that user tells why', async () => {
    const { result } = await create({}, taken(LIVE), { leaving: 'failed' });
    expect([result.state, result.diagnostics?.[0]?.summary]).toEqual([undefined, 'The user name "jdoe" is still taken']);
  });

  it('by a user who is gone when looked for is tried once more', async () => {
    const again = answers(refusal('conflict'), succeeded({ id: idIn('new'), arn: USER_ARN, at: WRITTEN_AT }));
    const { result } = await create({}, taken(undefined, { create: again }), { settings: { consistencyWindowMs: 1 } });
    expect(result).toMatchObject({ state: { user_id: 'new' }, diagnostics: [] });
  });
});
