import type { JsonObject } from '../read/json';
import { isKnown, type Plan, type ResourceChange } from '../read/plan';
import { itemsIn, lastPart } from './names';

/** An account, as the plans and states show it. */
export interface User {
  /** The id of the account, or, before there is one, the address of its resource. */
  readonly key: string;
  readonly login: string;
  readonly fullName: string | undefined;
  readonly userId: string | undefined;
}

export const USER = 'connect_user';

/** What the AWS provider calls an account. */
const THEIRS = 'aws_connect_user';

/** A resource that is an account, of whichever provider. */
export const isAccount = ({ type, mode }: Pick<ResourceChange, 'type' | 'mode'>): boolean =>
  mode === 'managed' && (type === USER || type === THEIRS);

/** What the AWS provider does with an account is told of the resource, unless the account goes. */
export const isTheirLoss = ({ type, mode, action }: ResourceChange): boolean =>
  mode === 'managed' && type === THEIRS && (action === 'delete' || action === 'replace');

/** A resource of one of several stacks. */
export const addressKey = (stack: string, address: string): string => `${stack}\n${address}`;

/** All accounts that the plans know: by key, and by the resource that declares them. */
export class Users {
  private readonly byKey = new Map<string, User>();
  private readonly byAddress = new Map<string, User>();

  /** @param takenOver the ids of accounts that the plans make, and that are there already: by user name */
  constructor(
    plans: readonly Plan[],
    private readonly takenOver: ReadonlyMap<string, string>,
  ) {
    for (const plan of plans) {
      for (const { type, values } of plan.state)
        for (const account of type.endsWith('connect_user') ? [values] : type === 'connect_users' ? itemsIn(values) : [])
          this.learn(account);
      for (const change of [...plan.drift, ...plan.changes]) if (isAccount(change) && !change.deposed) this.declare(plan, change);
    }
  }

  at(stack: string, address: string): User | undefined {
    return this.byAddress.get(addressKey(stack, address));
  }

  /** One that no plan and no state shows is called by its id, or by the address that is referred to. */
  of(key: string): User {
    const [, address] = key.split('\n');
    const unknown =
      address === undefined
        ? { key, login: `user ${key}`, fullName: undefined, userId: key }
        : { key, login: address, fullName: undefined, userId: undefined };
    return this.byKey.get(key) ?? unknown;
  }

  private learn(values: JsonObject): void {
    if (!isKnown(values.user_id)) return;
    const userId = lastPart(values.user_id);
    this.keep(userOf(userId, userId, values, values.user_id));
  }

  private declare({ stack }: Plan, { type, address, action, before, after }: ResourceChange): void {
    const values = { ...after, ...before };
    const existing = type === USER && action === 'create' && isKnown(values.name) ? this.takenOver.get(values.name) : undefined;
    const id = [before?.user_id, after?.user_id].find(isKnown) ?? existing;
    const userId = id && lastPart(id);
    const user = userOf(userId ?? addressKey(stack, address), userId, values, address);
    this.keep(user);
    this.byAddress.set(addressKey(stack, address), user);
  }

  private keep(user: User): void {
    this.byKey.set(user.key, user);
  }
}

function userOf(key: string, userId: string | undefined, values: JsonObject, otherwise: string): User {
  const [identity] = Array.isArray(values.identity_info) ? (values.identity_info as readonly JsonObject[]) : [];
  const fullName = [identity?.first_name, identity?.last_name].filter(isKnown).join(' ');
  return {
    key,
    login: isKnown(values.name) ? values.name : otherwise,
    fullName: fullName === '' ? undefined : fullName,
    userId,
  };
}
