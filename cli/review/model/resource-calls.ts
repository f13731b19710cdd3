import { type Json, listIn, objectIn } from '../read/json';
import type { ResourceChange } from '../read/plan';

/** The calls of one change of a resource that is about no person, one operation as often as it is called; and when they are made. */
export interface ResourceCalls {
  /** Before users are changed, as they are, or after, for what needs them. */
  readonly step: 'before' | 'along' | 'after';
  readonly operations: readonly string[];
}

/** What apply calls for a quick connect, a traffic distribution group or the shares of one; none for another resource. */
export function resourceCalls(change: ResourceChange): readonly ResourceCalls[] {
  const kind = KINDS[change.type];
  if (!kind || change.mode !== 'managed') return [];
  const { action } = change;
  const [ends, begins] = [action === 'delete' || action === 'replace', action === 'create' || action === 'replace'];
  return [
    ...(ends ? [{ step: 'before', operations: kind.remove } as const] : []),
    ...(begins ? [{ step: kind.step, operations: kind.create(change) } as const] : []),
    ...(action === 'update' ? [{ step: kind.step, operations: kind.update(change) } as const] : []),
  ];
}

interface Kind {
  readonly step: 'along' | 'after';
  readonly create: (change: ResourceChange) => readonly string[];
  readonly update: (change: ResourceChange) => readonly string[];
  readonly remove: readonly string[];
}

const KINDS: Readonly<Record<string, Kind>> = {
  connect_quick_connect: {
    // What points at an agent is made after the agent.
    step: 'after',
    create: ({ after }) => ['CreateQuickConnect', ...listIn(after?.queue_ids).map(() => 'AssociateQueueQuickConnects')],
    update: (change) =>
      looking('DescribeQuickConnect', [
        ...(differs(change, 'name', 'description') ? ['UpdateQuickConnectName'] : []),
        ...(differs(change, 'user_config', 'queue_config', 'phone_config') ? ['UpdateQuickConnectConfig'] : []),
        ...queueCalls(change),
        ...tagCalls(change),
      ]),
    remove: ['DeleteQuickConnect'],
  },
  connect_traffic_distribution_group: {
    step: 'along',
    create: () => ['ListTrafficDistributionGroups', 'CreateTrafficDistributionGroup'],
    update: (change) => looking('DescribeTrafficDistributionGroup', tagCalls(change)),
    remove: ['DescribeTrafficDistributionGroup', 'DeleteTrafficDistributionGroup'],
  },
  // Its end changes no shares.
  connect_traffic_distribution: {
    step: 'after',
    create: () => ['GetTrafficDistribution', 'UpdateTrafficDistribution'],
    update: () => ['GetTrafficDistribution', 'UpdateTrafficDistribution'],
    remove: [],
  },
};

/** A change of what is there looks before it writes; without a write there is no look. */
const looking = (look: string, writes: readonly string[]): readonly string[] => (writes.length === 0 ? [] : [look, ...writes]);

const differs = ({ before, after }: ResourceChange, ...attributes: readonly string[]): boolean =>
  attributes.some((attribute) => JSON.stringify(before?.[attribute] ?? null) !== JSON.stringify(after?.[attribute] ?? null));

/** A call for each queue. Queues that are no longer declared keep what they offer. */
function queueCalls({ before, after }: ResourceChange): readonly string[] {
  if (!after?.queue_ids) return [];
  const [had, has] = [before?.queue_ids, after.queue_ids].map((queues) => listIn(queues).map(String));
  const without = (queues: readonly string[] = [], others: readonly string[] = []): number =>
    queues.filter((queue) => !others.includes(queue)).length;
  return [
    ...Array<string>(without(has, had)).fill('AssociateQueueQuickConnects'),
    ...Array<string>(without(had, has)).fill('DisassociateQueueQuickConnects'),
  ];
}

/** Of any resource of ours. */
export function tagCalls({ before, after }: ResourceChange): readonly string[] {
  const [had, has] = [objectIn(before?.tags_all), objectIn(after?.tags_all)];
  const told = (value: Json | undefined): string => JSON.stringify(value ?? null);
  return [
    ...(Object.keys(had).some((key) => !Object.hasOwn(has, key)) ? ['UntagResource'] : []),
    ...(Object.keys(has).some((key) => told(had[key]) !== told(has[key])) ? ['TagResource'] : []),
  ];
}
