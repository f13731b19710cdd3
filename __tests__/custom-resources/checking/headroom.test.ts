import { idIn } from '../../../connect/shapes/ids';
import { failed } from '../../../connect/failure';
import type { Quotas } from '../../../connect/gateway';
import { Findings } from '../../../custom-resources/checking/findings';
import { checkHeadroom, goingFrom, QUICK_CONNECTS, USERS } from '../../../custom-resources/checking/headroom';
import { type Answers, failure, fakeConnect, found, refuses } from '../../support/custom-resources/connect';
import { testContext } from '../../support/custom-resources/context';
import { INSTANCE_ID, REGION } from '../../support/custom-resources/ids';

const OTHER = 'bbbbbbbb-0000-4000-8000-000000000002';
const listOf = (count: number) =>
  new Map(Array.from({ length: count }, (_, index) => [`u${index}`, { id: idIn(`u${index}`), username: `u${index}` }]));

interface Centre {
  readonly there: number;
  /** What SearchUsers says. @default the truth */
  readonly about?: number;
  readonly quota: number | Quotas['ofInstance'];
}

/** Plans new users, and tells of the errors and the calls. */
async function plan(centre: Centre, creations: Readonly<Record<string, number>>, deleted: readonly string[] = [], kind = USERS) {
  const { there, about = there, quota } = centre;
  const count = found(about);
  const answers: Answers = {
    users: { count, list: found(listOf(there)) },
    quickConnects: { count },
    catalogue: { quickConnects: found(listOf(there)) },
    quotas: { ofInstance: typeof quota === 'number' ? found(quota) : quota },
  };
  const connect = fakeConnect(answers);
  const told: string[] = [];
  const info = (message: string): void => {
    told.push(message);
  };
  const context = testContext(connect, { log: { trace: info, debug: info, info, warn: info, error: info } });
  const findings = new Findings(context, { instance: INSTANCE_ID });
  const create = (id: string, index: number): Promise<void> =>
    checkHeadroom(
      kind,
      `new-${index}`,
      { id: idIn(id), arn: `arn:aws:connect:${REGION}:111122223333:instance/${id}`, identityManagement: 'SAML', regions: [REGION] },
      REGION,
      findings,
    );
  const all = Object.entries(creations).flatMap(([id, many]) => Array.from({ length: many }, (_, index) => create(id, index)));
  context.ledger.count(goingFrom(kind, INSTANCE_ID), deleted);
  await context.clock.run(Promise.all(all));
  return { problems: findings.diagnostics.map(({ severity, summary }) => `${severity}: ${summary}`), called: connect.called, told };
}

const noRoom = (created: number, there: number, quota: number, { deleted = 0, noun = 'users' } = {}) => [
  `error: No room for new ${noun}: there are ${there}, ${created} come, ${deleted} go, and the quota is ${quota}`,
];

describe('room for new users', () => {
  it('is there up to the quota, and one user beyond it is one error with all numbers', async () => {
    expect((await plan({ there: 4_700, quota: 5_000 }, { [INSTANCE_ID]: 300 })).problems).toEqual([]);
    expect((await plan({ there: 4_700, quota: 5_000 }, { [INSTANCE_ID]: 301 })).problems).toEqual(noRoom(301, 4_700, 5_000));
    expect((await plan({ there: 4_700, quota: 5_000 }, { [INSTANCE_ID]: 400 })).problems).toEqual(noRoom(400, 4_700, 5_000));
  });

  it('is made by what the same plan deletes', async () => {
    const deleted = Array.from({ length: 100 }, (_, index) => `old-${index}`);
    expect((await plan({ there: 4_700, quota: 5_000 }, { [INSTANCE_ID]: 400 }, deleted)).problems).toEqual([]);
    expect((await plan({ there: 4_700, quota: 5_000 }, { [INSTANCE_ID]: 401 }, deleted)).problems).toEqual(
      noRoom(401, 4_700, 5_000, { deleted: 100 }),
    );
  });

  it('is that of each instance by itself', async () => {
    const both = await plan({ there: 4, quota: 5 }, { [INSTANCE_ID]: 1, [OTHER]: 2 });
    expect(both.problems).toEqual(noRoom(2, 4, 5));
  });

  it('is denied only by a list of all, not by a number that is about right', async () => {
    expect((await plan({ there: 4, about: 5, quota: 5 }, { [INSTANCE_ID]: 1 })).problems).toEqual([]);
    const far = await plan({ there: 4, quota: 5_000 }, { [INSTANCE_ID]: 1 });
    expect(far.called).toEqual(['ofInstance', 'count']);
    const full = await plan({ there: 5, quota: 5 }, { [INSTANCE_ID]: 1 }, ['old']);
    expect([full.problems, full.called]).toEqual([[], ['ofInstance', 'count']]);
  });

  it('is not denied by a quota that the instance has outgrown: Service Quotas does not know of every raise', async () => {
    const { problems, told } = await plan({ there: 2_400, quota: 500 }, { [INSTANCE_ID]: 2 });
    expect([problems, told]).toEqual([[], ['the quota is out of date: the instance has more already']]);
  });

  it('is there for quick connects, too, or not', async () => {
    expect((await plan({ there: 99, quota: 100 }, { [INSTANCE_ID]: 2 }, [], QUICK_CONNECTS)).problems).toEqual(
      noRoom(2, 99, 100, { noun: 'quick connects' }),
    );
  });
});

it.each<[string, Quotas['ofInstance']]>([
  ['may not be asked', refuses('denied')],
  ['does not answer', () => Promise.resolve(failed(failure('unavailable')))],
  ['tells no number', found(undefined)],
])('nothing is said where Service Quotas %s, but to the log, once', async (_how, quota) => {
  const { problems, called, told } = await plan({ there: 600, quota }, { [INSTANCE_ID]: 3 });
  expect([problems, called, told]).toEqual([[], ['ofInstance', 'ofInstance', 'ofInstance'], ['the quota is not known']]);
});
