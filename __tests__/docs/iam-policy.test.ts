import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { iamActions } from '../../connect/iam-actions';
import { thisPackage } from '../../constructs/plugin/built-plugin';
import operations from '../../docs/generator/iam-operations.json';
import { AGENT_TRANSFER_FLOW_ID, INSTANCE_ID, SALES_ROUTING_PROFILE_ID, SUPPORT_QUEUE_ID } from '../../emulator/seed/demo';
import { connectTo } from '../support/emulator';
import { agent, ContactCentre, membership } from '../support/contact-centre';

const { root } = thisPackage();

type Phases = Readonly<Record<string, Readonly<Record<string, string>>>>;
const table: Readonly<Record<string, Phases>> = operations;

const phase = (name: string): ReadonlySet<string> => new Set(Object.values(table).flatMap((phases) => Object.keys(phases[name] ?? {})));
const declared = new Set(Object.values(table).flatMap((phases) => Object.values(phases).flatMap((entries) => Object.keys(entries))));

describe('the IAM policy', () => {
  it('allows the operations that the gateway can call, and no others', () => {
    const files = ['bulk', 'operations'].flatMap((folder) => readdirSync(join(root, 'connect', folder)).map((file) => join(root, 'connect', folder, file)));
    const callable = files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\bnew (\w+)Command\(/g)].map(([, operation = '']) => operation));
    expect([...declared].sort()).toEqual([...new Set(callable)].sort());
  });

  it('allows every action that these operations need', () => {
    const page = readFileSync(join(root, 'docs', 'iam-policy.md'), 'utf8');
    const policies = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']): Policy => JSON.parse(json));
    const allowed = policies.map(({ Statement }) => Statement.flatMap(({ Action }) => Action));
    const needed = (names: Iterable<string>): readonly string[] => [...new Set([...names].flatMap(iamActions))].sort();
    const [plan = [], apply = []] = allowed;
    expect(plan).toEqual(expect.arrayContaining([...needed(phase('plan'))]));
    expect([...plan, ...apply]).toEqual(expect.arrayContaining([...needed(declared)]));
    expect(plan.filter((action) => !/:(Describe|List|Search)/.test(action))).toEqual([]);
  });

  it('allows what a user, its membership and its quick connect lead to, from plan to destroy', async () => {
    const centre = await ContactCentre.start({ answers: { deleteQuickConnectInQueue: 'in-use' } });
    try {
      const skill = (level: number): object => ({ attribute_name: 'Product', attribute_value: 'Mobile', level });
      const declare = (more: object): Promise<void> =>
        centre.declare({
          resource: {
            connect_user: { ada: { ...agent('ada'), ...more } },
            connect_traffic_distribution_group_user: { ada: membership('${connect_user.ada.user_id}') },
          },
        });
      const unlisted = async (...phases: readonly string[]): Promise<readonly string[]> => {
        const calls = await centre.emulator.control.calls();
        await centre.emulator.control.clearCalls();
        expect(calls.length).toBeGreaterThan(0);
        const listed = new Set(phases.flatMap((name) => [...phase(name)]));
        return [...new Set(calls.map(({ operation }) => operation).filter((operation) => !listed.has(operation)))];
      };
      await declare({ proficiency: [skill(3)], tags: { team: 'north' } });
      await centre.plan();
      expect(await unlisted('plan')).toEqual([]);
      await centre.apply();
      expect(await unlisted('plan', 'create')).toEqual([]);

      await declare({ proficiency: [skill(4)], tags: { team: 'south', desk: '4' }, routing_profile_id: SALES_ROUTING_PROFILE_ID });
      await centre.plan();
      expect(await unlisted('plan')).toEqual([]);
      await centre.apply();
      expect(await unlisted('plan', 'update')).toEqual([]);

      const outside = connectTo(centre.emulator.url);
      const config = { QuickConnectType: 'USER', UserConfig: { UserId: (await centre.userNamed('ada'))?.Id, ContactFlowId: AGENT_TRANSFER_FLOW_ID } } as const;
      const { QuickConnectId = '' } = await outside.createQuickConnect({ InstanceId: INSTANCE_ID, Name: 'Ada', QuickConnectConfig: config });
      await outside.associateQueueQuickConnects({ InstanceId: INSTANCE_ID, QueueId: SUPPORT_QUEUE_ID, QuickConnectIds: [QuickConnectId] });
      await centre.emulator.control.clearCalls();
      await centre.declare({});
      await centre.plan();
      expect(await unlisted('plan')).toEqual([]);
      await centre.apply();
      expect(await unlisted('plan', 'delete')).toEqual([]);
    } finally {
      await centre.close();
    }
  });
});

interface Policy {
  readonly Statement: readonly { readonly Action: readonly string[] }[];
}
