import type { Gateway } from '../../connect/gateway';
import type { Context } from '../contract/resource';

/** What a user is created, changed or deleted with. */
export interface Work {
  /** Its calls end at the deadline. */
  readonly connect: Gateway;
  readonly context: Context;
  /** By the clock of the context. */
  readonly deadline: number;
}
