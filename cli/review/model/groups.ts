import { inOrder } from '../../../custom-resources/values/order';
import type { MembershipChange } from './memberships';
import type { Surroundings } from './surroundings';

/** A group that has nobody left of those whom the plans know. */
export interface EmptiedGroup {
  readonly group: string;
  readonly before: number;
}

export function emptiedGroups(changes: readonly MembershipChange[], { names, declared }: Surroundings): readonly EmptiedGroup[] {
  const touched = new Set(changes.filter(({ verb }) => verb === 'ends').map(({ group }) => group));
  return [...touched]
    .flatMap((group) => {
      const before = declared.get(group) ?? new Set<string>();
      const of = (verb: MembershipChange['verb']): readonly string[] =>
        changes.filter((change) => change.group === group && change.verb === verb).map(({ user }) => user);
      const left = new Set(before);
      for (const user of of('ends')) left.delete(user);
      return before.size > 0 && left.size === 0 && of('begins').length === 0 ? [{ group: names.of(group), before: before.size }] : [];
    })
    .sort((a, b) => inOrder(a.group, b.group));
}
