import { ATTRIBUTES, type Group } from '../../../custom-resources/user/fields/changes';
import { type JsonObject, listIn, objectIn } from '../read/json';
import type { Plan, ResourceChange } from '../read/plan';
import { isReplacedByItself } from './itself';
import { isWritten } from './kept';
import { type MembershipChange, ONE, WHOLE_GROUP } from './memberships';
import type { Person } from './person';
import { resourceCalls, tagCalls } from './resource-calls';
import { USER } from './users';

/** The calls of Amazon Connect that an apply makes, as far as a plan can tell, and how long they take at the quota. */
export interface Cost {
  /** How many calls of each API operation, most first. */
  readonly operations: readonly (readonly [operation: string, calls: number])[];
  readonly calls: number;
  /** With Terraform's ten resources at a time. */
  readonly seconds: number;
}

const OF_GROUP: Readonly<Record<Group, string>> = {
  hierarchy: 'UpdateUserHierarchy',
  identity: 'UpdateUserIdentityInfo',
  phone: 'UpdateUserPhoneConfig',
  channels: 'UpdateUserConfig',
  'routing-profile': 'UpdateUserRoutingProfile',
  'security-profiles': 'UpdateUserSecurityProfiles',
  proficiencies: 'UpdateUserProficiencies',
  tags: 'TagResource',
};

/** What each attribute of a user is written by; those with one operation are written at once. */
export const OPERATION: ReadonlyMap<string, string> = new Map(
  Object.entries(ATTRIBUTES).flatMap(([group, attributes]) =>
    attributes.map((attribute) => [attribute, OF_GROUP[group as Group]] as const),
  ),
);

/** The operations that write an attribute which changes. */
function operationsOf(attribute: string, change: ResourceChange, before: JsonObject, after: JsonObject): readonly string[] {
  const operation = OPERATION.get(attribute);
  if (operation === 'TagResource') return tagCalls(change);
  if (operation === 'UpdateUserProficiencies') return proficiencyCalls(before, after);
  return operation !== undefined && isWritten(attribute, before, after) ? [operation] : [];
}

function proficiencyCalls(before: JsonObject, after: JsonObject): readonly string[] {
  const [had, has] = [before, after].map(
    ({ proficiency }) =>
      new Map(
        listIn(proficiency).map((one) => [
          JSON.stringify([objectIn(one).attribute_name, objectIn(one).attribute_value]),
          objectIn(one).level,
        ]),
      ),
  );
  if (!had || !has) return [];
  const keys = [...has.keys()];
  return [
    ...([...had.keys()].some((key) => !has.has(key)) ? ['DisassociateUserProficiencies'] : []),
    ...(keys.some((key) => !had.has(key)) ? ['AssociateUserProficiencies'] : []),
    ...(keys.some((key) => had.has(key) && had.get(key) !== has.get(key)) ? ['UpdateUserProficiencies'] : []),
  ];
}

type Tally = Map<string, number>;

const count = (tally: Tally, operation: string, calls = 1): void => {
  if (calls > 0) tally.set(operation, (tally.get(operation) ?? 0) + calls);
};

/**
 * Terraform ends memberships and quick connects first, then makes and changes users, then begins memberships and quick connects: operations of one of these steps go on side by
 * side, each at `rate` calls a second, and the steps follow each other.
 */
export function costOf(plans: readonly Plan[], memberships: readonly MembershipChange[], people: readonly Person[], rate: number): Cost {
  const [ends, users, begins]: [Tally, Tally, Tally] = [new Map(), new Map(), new Map()];
  const changes = plans.flatMap((plan) => plan.changes);
  for (const change of changes) {
    if (change.type === ONE && (change.action === 'delete' || change.action === 'replace'))
      count(ends, 'DisassociateTrafficDistributionGroupUser');
    if (change.type === ONE && (change.action === 'create' || change.action === 'replace'))
      count(begins, 'AssociateTrafficDistributionGroupUser');
    if (change.type === USER) countUser(users, change);
    for (const { step, operations } of resourceCalls(change))
      for (const operation of operations) count({ before: ends, along: users, after: begins }[step], operation);
  }
  const gone = quickConnectsEnded(changes);
  for (const { takesAlong } of people) {
    count(users, 'DisassociateTrafficDistributionGroupUser', takesAlong.undeclaredGroups.length + takesAlong.unshown);
    count(users, 'DeleteQuickConnect', takesAlong.quickConnects.filter(({ id }) => !gone.has(id)).length);
    countHandedOn(users, takesAlong.handedOn);
  }
  const ofWholeGroups = changes.some(({ type, action }) => type === WHOLE_GROUP || action === 'forget') ? memberships : [];
  const singles = (verb: MembershipChange['verb'], tally: Tally, operation: string): void =>
    count(begins, operation, Math.max(0, ofWholeGroups.filter((one) => one.verb === verb).length - (tally.get(operation) ?? 0)));
  singles('ends', ends, 'DisassociateTrafficDistributionGroupUser');
  singles('begins', begins, 'AssociateTrafficDistributionGroupUser');

  const steps = [ends, users, begins];
  const totals: Tally = new Map();
  for (const step of steps) for (const [operation, calls] of step) count(totals, operation, calls);
  return {
    operations: [...totals].sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1)),
    calls: [...totals.values()].reduce((sum, calls) => sum + calls, 0),
    seconds: steps.reduce((sum, step) => sum + Math.max(0, ...step.values()) / rate, 0),
  };
}

/** Those that are deleted by their own resources, before the users whom they point at. */
const quickConnectsEnded = (changes: readonly ResourceChange[]): ReadonlySet<unknown> =>
  new Set(
    changes.flatMap(({ type, action, before }) =>
      type === 'connect_quick_connect' && (action === 'delete' || action === 'replace') ? [before?.quick_connect_id] : [],
    ),
  );

/** A quick connect that waits for an account which is not made yet bears tags that say so. */
function countHandedOn(users: Tally, { quickConnects, undeclaredGroups, createdFirst }: Person['takesAlong']['handedOn']): void {
  const waits = createdFirst ? 0 : quickConnects.length;
  count(users, 'TagResource', waits);
  count(users, 'DescribeQuickConnect', waits);
  count(users, 'UpdateQuickConnectConfig', quickConnects.length);
  count(users, 'UntagResource', waits);
  count(users, 'AssociateTrafficDistributionGroupUser', undeclaredGroups.length);
  count(users, 'DisassociateTrafficDistributionGroupUser', undeclaredGroups.length);
}

function countUser(users: Tally, change: ResourceChange): void {
  const { action, before, after } = change;
  if (action === 'delete' || (action === 'replace' && !isReplacedByItself(change))) count(users, 'DeleteUser');
  if (action === 'create' || action === 'replace') {
    count(users, 'CreateUser');
    if (listIn(after?.proficiency).length > 0) count(users, 'AssociateUserProficiencies');
  }
  if (action !== 'update' || !before || !after) return;
  const changed = Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  const operations = new Set(changed.flatMap((name) => operationsOf(name, change, before, after)));
  if (operations.size > 0) count(users, 'DescribeUser');
  for (const operation of operations) count(users, operation);
}
