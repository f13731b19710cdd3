import { resources } from '../../custom-resources';
import { type Cut, nameOf } from './cuts';
import { interrupt, record, type Reference } from './matrix';
import { MIXED, SCENARIOS } from './scenarios';
import { Stage } from './stage';

/** Writes of the mixed stack that do not wait for each other: all are under way when the apply is cut. */
const AT_ONCE = [
  { operation: 'CreateUser', nth: 1 },
  { operation: 'UpdateUserRoutingProfile', nth: 1 },
  { operation: 'DeleteUser', nth: 1 },
  { operation: 'DisassociateTrafficDistributionGroupUser', nth: 1 },
  { operation: 'AssociateTrafficDistributionGroupUser', nth: 1 },
  { operation: 'AssociateTrafficDistributionGroupUser', nth: 2 },
];

const CUTS: readonly Cut[] = [
  { writes: AT_ONCE, moment: 'before', kind: 'provider killed' },
  { writes: AT_ONCE, moment: 'after', kind: 'provider killed' },
  { writes: AT_ONCE, moment: 'after', kind: 'terraform killed' },
];

it('is cut off in changes of every resource', () => {
  const types = new Set(SCENARIOS.flatMap(({ after }) => Object.keys(after.resource ?? {})));
  expect([...types].sort()).toEqual(resources.map(({ type }) => type).sort());
});

/** A sample; `npm run test:kill` cuts every change at every write in every way. */
describe('an apply that is cut off while agents come, change and go', () => {
  let stage: Stage;
  let reference: Reference;

  beforeAll(async () => {
    stage = await Stage.open();
    reference = await record(stage, MIXED);
  });
  afterAll(() => stage.close());

  it.each(CUTS.map((cut) => [nameOf(cut), cut] as const))(
    'is finished by the next one, which leaves what one apply would have left: %s',
    async (_, cut) => {
      expect(await interrupt(stage, reference, cut)).toBeUndefined();
    },
  );
});
