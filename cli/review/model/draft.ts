import type { Change } from './change';
import type { MembershipChange } from './memberships';
import type { Belongings, Drift, Fate, Person, Reason } from './person';
import { settled, type SideEffects } from './side-effects';
import type { Surroundings } from './surroundings';
import type { Untold } from './untold';
import type { User } from './users';

/** A person while the plans are read. */
export class Draft {
  readonly stacks = new Set<string>();
  readonly fates = new Set<Fate>();
  readonly changes: Change[] = [];
  readonly drift: Drift[] = [];
  madeWith: Person['madeWith'];
  reason: Reason | undefined;
  movedFrom: string | undefined;
  retains = false;
  deletedOutside = false;
  untold: Untold | undefined;
  createdFirst = false;
  private readonly begun = new Set<string>();
  private readonly ended = new Set<string>();

  constructor(private readonly user: User) {}

  /** A membership that two resources end and begin goes on. */
  member({ group, verb, putBack }: MembershipChange): void {
    if (putBack) this.fates.add('changed outside');
    else (verb === 'begins' ? this.begun : this.ended).add(group);
  }

  finished({ names, effects, declared, holders }: Surroundings): Person {
    const { login, fullName, userId } = this.user;
    const goes = this.fates.has('leaves') || this.fates.has('replaced');
    const effect = userId === undefined || !goes ? undefined : effects.get(userId);
    const told = effect && settled(effect, this.createdFirst);
    const unshown =
      userId === undefined || !told
        ? []
        : told.lost.memberships.filter(({ groupId }) => declared.get(groupId)?.has(userId) && !this.ended.has(groupId));
    for (const { groupId } of unshown) this.ended.add(groupId);
    const belongings = (of: SideEffects['lost'] | undefined): Belongings => ({
      quickConnects: of?.quickConnects ?? [],
      undeclaredGroups: undeclared(of?.memberships ?? [], userId, declared),
    });
    const labels = (groups: ReadonlySet<string>, others: ReadonlySet<string>): readonly string[] =>
      [...groups]
        .filter((group) => !others.has(group))
        .map((group) => names.of(group))
        .sort();
    const groups = { joined: labels(this.begun, this.ended), left: labels(this.ended, this.begun) };
    const account = goes || (['joins', 'taken over', 'made again'] as const).some((fate) => this.fates.has(fate));
    if (!account && groups.joined.length + groups.left.length > 0) this.fates.add('changes team');
    return {
      login,
      fullName,
      userId,
      stacks: [...this.stacks].sort(),
      fates: this.fates,
      changes: this.changes,
      drift: this.drift,
      groups,
      madeWith: this.madeWith,
      reason: this.reason,
      movedFrom: this.movedFrom,
      deletedOutside: this.deletedOutside,
      clash: userId === undefined ? undefined : holders.clashes.get(userId),
      goesTo: userId === undefined ? undefined : holders.goesTo.get(userId),
      takesAlong: {
        ...belongings(told?.lost),
        handedOn: { ...belongings(told?.handedOn), createdFirst: this.createdFirst },
        retains: goes && this.retains,
        unshown: unshown.length,
        untold: goes ? this.untold : undefined,
      },
    };
  }
}

/** The provider names what its plan has not shown yet: of a user who is replaced, that is also what the plan ends and begins again. */
const undeclared = (
  told: SideEffects['lost']['memberships'],
  userId: string | undefined,
  declared: Surroundings['declared'],
): readonly string[] => told.filter(({ groupId }) => !declared.get(groupId)?.has(userId ?? '')).map(({ group }) => group);
