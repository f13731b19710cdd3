import type { Holders } from './clashes';
import type { Names } from './names';
import type { SideEffects } from './side-effects';
import type { WhyUntold } from './untold';
import type { Users } from './users';

/** What is known beside the changes of the plans. */
export interface Surroundings {
  readonly users: Users;
  readonly names: Names;
  /** By the id of the user. */
  readonly effects: ReadonlyMap<string, SideEffects>;
  readonly holders: Holders;
  readonly whyUntold: WhyUntold;
  /** Who is in which group by the states: ids of users by that of the group. */
  readonly declared: ReadonlyMap<string, ReadonlySet<string>>;
}
