import type { Diagnostic } from '../read/events';

/** A quick connect that points at a user who is deleted. */
export interface QuickConnect {
  readonly name: string;
  readonly id: string;
  /** Names of the queues that offer it. */
  readonly queues: readonly string[];
}

interface Belongings {
  readonly quickConnects: readonly QuickConnect[];
  readonly memberships: readonly { readonly groupId: string; readonly group: string }[];
}

/** What a user who is deleted takes along, and what goes on to the account that takes the user's place; no resource of a plan shows it. */
export interface SideEffects {
  readonly lost: Belongings;
  readonly handedOn: Belongings;
  /** Whether that is so only where the old account is deleted first. */
  readonly unlessCreatedFirst?: boolean;
}

/** What is lost and what goes on, once it is known which account comes first. */
export function settled({ lost, handedOn, unlessCreatedFirst = false }: SideEffects, createdFirst: boolean): SideEffects {
  return unlessCreatedFirst && createdFirst ? { lost: together(lost, handedOn), handedOn: NOTHING } : { lost, handedOn };
}

const LOST = /^With the user ".*" \(([^()]+)\):$/;
const HANDED_ON = /^From the user ".*" \(([^()]+)\) to "/;
const TO_WHOM = /"(, unless by create_before_destroy)?:$/;
const QUICK_CONNECT = /^ {2}- the quick connect "(.*)" \(([^()]+)\)(?:, which agents are offered in "(.*)")?$/;
const MEMBERSHIP = /^ {2}- the membership in the traffic distribution group "(.*)" \(([^()]+)\)(?: ends)?$/;

/**
 * What the provider's warnings say of users who are deleted, by the id of the user (custom-resources/user/removal/belongings.ts), and all other
 * diagnostics.
 */
export function sideEffects(diagnostics: readonly Diagnostic[]): {
  readonly byUser: ReadonlyMap<string, SideEffects>;
  readonly others: readonly Diagnostic[];
} {
  const byUser = new Map<string, SideEffects>();
  const others = diagnostics.filter(({ detail }) => {
    let user: Told | undefined;
    let isRead = false;
    for (const line of detail.split('\n')) {
      user = userIn(line) ?? user;
      const told = { quickConnects: quickConnectIn(line), memberships: membershipIn(line) };
      if (user === undefined || told.quickConnects.length + told.memberships.length === 0) continue;
      const { unlessCreatedFirst } = user;
      const { lost, handedOn, ...before } = byUser.get(user.id) ?? { lost: NOTHING, handedOn: NOTHING };
      byUser.set(
        user.id,
        user.goesOn
          ? { lost, handedOn: together(handedOn, told), unlessCreatedFirst }
          : { ...before, lost: together(lost, told), handedOn },
      );
      isRead = true;
    }
    return !isRead;
  });
  return { byUser, others };
}

/** Of whom the lines that follow tell. */
interface Told {
  readonly id: string;
  readonly goesOn: boolean;
  readonly unlessCreatedFirst: boolean;
}

function userIn(line: string): Told | undefined {
  const [end, unless] = TO_WHOM.exec(line) ?? [];
  const goesOn = end === undefined ? undefined : HANDED_ON.exec(line)?.[1];
  const id = goesOn ?? LOST.exec(line)?.[1];
  return id === undefined ? undefined : { id, goesOn: goesOn !== undefined, unlessCreatedFirst: unless !== undefined };
}

function quickConnectIn(line: string): readonly QuickConnect[] {
  const [, name, id, queues] = QUICK_CONNECT.exec(line) ?? [];
  return name === undefined || id === undefined ? [] : [{ name, id, queues: queues === undefined ? [] : queues.split('", "') }];
}

function membershipIn(line: string): Belongings['memberships'] {
  const [, group, groupId] = MEMBERSHIP.exec(line) ?? [];
  return group === undefined || groupId === undefined ? [] : [{ group, groupId }];
}

const NOTHING: Belongings = { quickConnects: [], memberships: [] };

const together = (some: Belongings, more: Belongings): Belongings => ({
  quickConnects: distinct([...some.quickConnects, ...more.quickConnects], ({ id }) => id),
  memberships: distinct([...some.memberships, ...more.memberships], ({ groupId }) => groupId),
});

const distinct = <T>(items: readonly T[], key: (item: T) => string): readonly T[] => [
  ...new Map(items.map((item) => [key(item), item])).values(),
];
