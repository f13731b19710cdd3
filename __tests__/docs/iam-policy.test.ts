import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyActions } from '../../connect/iam-actions';
import { thisPackage } from '../../constructs/plugin/built-plugin';
import { dataSources, resources } from '../../custom-resources';
import { called, declaredCalls, undeclared } from '../support/called-operations';
import { arm } from '../faults/case';
import { faultsOf } from '../faults/kinds';
import { type Life, LIVES } from '../faults/lives';
import { Stage } from '../faults/stage';

const { root } = thisPackage();
const served = [...resources, ...dataSources];

const declaredIn = (isMeant: (phase: string) => boolean): ReadonlySet<string> =>
  new Set(
    served.flatMap(({ operations }) => Object.entries(operations).flatMap(([phase, names]) => (isMeant(phase) ? Object.keys(names) : []))),
  );
const declared = declaredIn(() => true);

describe('the IAM policy', () => {
  it('allows the operations that the gateway can call, and no others', () => {
    const files = ['bulk', 'operations'].flatMap((folder) =>
      readdirSync(join(root, 'connect', folder)).map((file) => join(root, 'connect', folder, file)),
    );
    const callable = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\b(\w+)Command\b/g)].map(([, operation = '']) => operation),
    );
    expect([...declared].sort()).toEqual([...new Set(callable)].sort());
  });

  it('allows every action that these operations need', () => {
    const page = readFileSync(join(root, 'docs', 'iam-policy.md'), 'utf8');
    const policies = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']): Policy => JSON.parse(json));
    const allowed = policies.map(({ Statement }) => Statement.flatMap(({ Action }) => Action));
    const needed = (names: Iterable<string>): readonly string[] => [...new Set([...names].flatMap(policyActions))].sort();
    const [plan = [], apply = [], adopt = [], shift = []] = allowed;
    expect(plan).toEqual(expect.arrayContaining([...needed(declaredIn((phase) => phase === 'plan'))]));
    expect([...plan, ...apply]).toEqual(expect.arrayContaining([...needed(declared)]));
    const writes = (actions: readonly string[]): readonly string[] =>
      actions.filter((action) => !/:(Describe|Get|List|Search)/.test(action));
    expect([plan, adopt].flatMap(writes)).toEqual([]);
    expect(writes(shift)).toEqual(['connect:UpdateTrafficDistribution']);
  });

  describe('names under each resource and phase', () => {
    it.each(LIVES)('every operation that is called in the life "$name"', async (life) => {
      await live(life);
      expect([...undeclared]).toEqual([]);
    });

    it('no operation that is called in none of them', () => {
      const never = served.flatMap(declaredCalls).filter((call) => !called.has(call));
      expect(never).toEqual(RARELY);
    });
  });
});

/** Called only where many are read, nobody else has the list yet, ARNs are given, an instance is gone, a name is taken, an adopted user is more than it is declared, an identity is refused, or a successor is made before its predecessor goes: not in these lives. */
const RARELY: readonly string[] = [
  'connect_user create: DescribeTrafficDistributionGroup',
  'connect_user create: ListTrafficDistributionGroupUsers',
  'connect_user create: DescribeInstance',
  'connect_user create: DisassociateUserProficiencies',
  'connect_user update: DescribeInstance',
  'connect_user delete: UntagResource',
  'connect_user delete: SearchUsers',
  'connect_user delete: UpdateQuickConnectConfig',
  'connect_user delete: DescribeQuickConnect',
  'connect_user delete: AssociateTrafficDistributionGroupUser',
  'connect_traffic_distribution_group create: DescribeInstance',
  'connect_traffic_distribution_group delete: DescribeInstance',
  'connect_traffic_distribution plan: DescribeInstance',
  'connect_traffic_distribution_group_user plan: ListUsers',
  'connect_traffic_distribution_group_user plan: SearchUsers',
  'connect_traffic_distribution_group_user plan: DescribeInstance',
  'connect_traffic_distribution_group_user delete: DescribeInstance',
  'connect_traffic_distribution_group_users plan: SearchUsers',
  'connect_traffic_distribution_group_users plan: DescribeInstance',
  'connect_traffic_distribution_group_users create: ListTrafficDistributionGroups',
  'connect_traffic_distribution_group_users delete: DescribeInstance',
  'connect_quick_connect plan: ListQuickConnects',
  'connect_quick_connect plan: ListUsers',
  'connect_quick_connect plan: SearchUsers',
  'connect_quick_connect create: SearchQuickConnects',
  'connect_quick_connect create: DescribeUser',
  'connect_quick_connect create: DescribeQuickConnect',
  'connect_quick_connect update: DescribeUser',
  'connect_quick_connect update: CreateQuickConnect',
  'connect_quick_connect update: SearchQuickConnects',
  'connect_quick_connect delete: DescribeInstance',
  'data connect_traffic_distribution_groups plan: DescribeInstance',
  'data connect_traffic_distribution_group_users plan: DescribeInstance',
  'data connect_user plan: ListUsers',
];

/** By life, writes that the service refuses: what is looked at then? */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  'user created': ['CreateUser: DuplicateResourceException', 'AssociateUserProficiencies: ResourceNotFoundException'],
  'user read by name': ['DescribeUser: ResourceNotFoundException'],
  'user deleted': [
    'DisassociateTrafficDistributionGroupUser: InvalidRequestException',
    'DisassociateTrafficDistributionGroupUser: ResourceNotFoundException',
  ],
  'membership created': ['InvalidRequestException', 'ResourceNotFoundException', 'ResourceConflictException'].map(
    (code) => `AssociateTrafficDistributionGroupUser: ${code}`,
  ),
  'membership refreshed': ['ListTrafficDistributionGroupUsers: ResourceNotFoundException'],
  'membership replaced': ['InvalidRequestException', 'ResourceNotFoundException'].map(
    (code) => `DisassociateTrafficDistributionGroupUser: ${code}`,
  ),
  'group created': ['AssociateTrafficDistributionGroupUser: InvalidRequestException'],
  'group refreshed': ['ListTrafficDistributionGroupUsers: ResourceNotFoundException'],
  'group changed': [
    'DisassociateTrafficDistributionGroupUser: InvalidRequestException',
    'DisassociateTrafficDistributionGroupUser: ResourceNotFoundException',
    'AssociateTrafficDistributionGroupUser: InvalidRequestException',
  ],
  'shares set': ['UpdateTrafficDistribution: ResourceConflictException'],
  'group replaced': ['InvalidRequestException', 'ResourceNotFoundException'].map(
    (code) => `DisassociateTrafficDistributionGroupUser: ${code}`,
  ),
};

async function live(life: Life): Promise<void> {
  await using first = await Stage.open(life);
  const beginning = await first.begin();
  for (const refusal of [undefined, ...(REFUSED[life.name] ?? [])]) {
    await using stage = await Stage.open(life, beginning);
    const terraform = stage.terraform(beginning.state);
    terraform.declare(life.declared(stage.idOf));
    if (refusal) arm(stage.server, refused(refusal));
    await terraform[life.run]();
  }
}

function refused(what: string): Parameters<typeof arm>[1] {
  const [operation = '', code = ''] = what.split(': ');
  const fault = faultsOf(operation, { status: 200, headers: {}, body: '{}' }).find(({ name }) => name === code);
  if (!fault) throw new Error(`${operation} is never refused as ${code}`);
  return { operation, call: 1, fault, forGood: true };
}

interface Policy {
  readonly Statement: readonly { readonly Action: readonly string[] }[];
}
