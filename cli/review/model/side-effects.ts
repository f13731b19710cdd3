import type { Diagnostic } from '../read/events';

/** A quick connect that is deleted with the user it points at. */
export interface QuickConnect {
  readonly name: string;
  readonly id: string;
  /** Names of the queues that offer it. */
  readonly queues: readonly string[];
}

/** What goes along with a user who is deleted, and no resource of a plan shows. */
export interface SideEffects {
  readonly quickConnects: readonly QuickConnect[];
  readonly memberships: readonly { readonly groupId: string; readonly group: string }[];
}

const USER = /^With the user ".*" \(([^()]+)\):$/;
const QUICK_CONNECT = /^ {2}- the quick connect "(.*)" \(([^()]+)\)(?:, which agents are offered in "(.*)")?$/;
const MEMBERSHIP = /^ {2}- the membership in the traffic distribution group "(.*)" \(([^()]+)\) ends$/;

/**
 * What the provider's warnings say of users who are deleted, by the id of the user (`quickConnectsGoAlong`, `membershipsGoAlong` of
 * custom-resources/user), and all other diagnostics.
 */
export function sideEffects(diagnostics: readonly Diagnostic[]): {
  readonly byUser: ReadonlyMap<string, SideEffects>;
  readonly others: readonly Diagnostic[];
} {
  const byUser = new Map<string, SideEffects>();
  const others = diagnostics.filter(({ detail }) => {
    const [first = '', ...lines] = detail.split('\n');
    const userId = USER.exec(first)?.[1];
    const told = { quickConnects: lines.flatMap(quickConnectIn), memberships: lines.flatMap(membershipIn) };
    if (userId === undefined || told.quickConnects.length + told.memberships.length === 0) return true;
    const before = byUser.get(userId);
    byUser.set(userId, {
      quickConnects: distinct([...(before?.quickConnects ?? []), ...told.quickConnects], ({ id }) => id),
      memberships: distinct([...(before?.memberships ?? []), ...told.memberships], ({ groupId }) => groupId),
    });
    return false;
  });
  return { byUser, others };
}

function quickConnectIn(line: string): readonly QuickConnect[] {
  const [, name, id, queues] = QUICK_CONNECT.exec(line) ?? [];
  return name === undefined || id === undefined ? [] : [{ name, id, queues: queues === undefined ? [] : queues.split('", "') }];
}

function membershipIn(line: string): SideEffects['memberships'] {
  const [, group, groupId] = MEMBERSHIP.exec(line) ?? [];
  return group === undefined || groupId === undefined ? [] : [{ group, groupId }];
}

const distinct = <T>(items: readonly T[], key: (item: T) => string): readonly T[] => [
  ...new Map(items.map((item) => [key(item), item])).values(),
];
