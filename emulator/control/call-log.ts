import { isObject, type JsonObject } from '../wire/json';

/** The things that a call was about, by id; never a name, an address or a secret. */
export type Keys = Readonly<Partial<Record<KeyName, string>>>;
type KeyName = 'instanceId' | 'userId' | 'groupId' | 'quickConnectId' | 'queueId' | 'resourceArn';

export interface LoggedCall {
  readonly time: string;
  readonly operation: string;
  readonly region: string;
  readonly accessKeyId: string;
  /** 0 if the call never came to an answer. */
  readonly status: number;
  /** The code of an error answer. */
  readonly error?: string;
  /** Set where a fault kept the answer back: before the call did anything, or after. */
  readonly dropped?: 'before' | 'after';
  readonly keys: Keys;
}

const MAX_CALLS = 200_000;

/** Which member of an input or output is which key. */
const MEMBERS: Readonly<Record<string, KeyName>> = {
  InstanceId: 'instanceId',
  UserId: 'userId',
  TrafficDistributionGroupId: 'groupId',
  Id: 'groupId',
  QuickConnectId: 'quickConnectId',
  QueueId: 'queueId',
  resourceArn: 'resourceArn',
};

export class CallLog {
  private calls: LoggedCall[] = [];

  add(call: LoggedCall): void {
    if (this.calls.length >= MAX_CALLS) this.calls = this.calls.slice(MAX_CALLS / 2);
    this.calls.push(call);
  }

  list(): readonly LoggedCall[] {
    return this.calls;
  }

  clear(): void {
    this.calls = [];
  }
}

/** The keys in an input or output; an ARN stands for the id it ends with, unless it is the key itself. */
export function keysOf(values: JsonObject | object): Keys {
  const keys: Partial<Record<KeyName, string>> = {};
  if (!isObject(values)) return keys;
  for (const [member, name] of Object.entries(MEMBERS)) {
    const value = values[member];
    if (typeof value === 'string') keys[name] = name === 'resourceArn' ? value : value.slice(value.lastIndexOf('/') + 1);
  }
  const quickConnectUser = isObject(values.QuickConnectConfig) && isObject(values.QuickConnectConfig.UserConfig) ? values.QuickConnectConfig.UserConfig.UserId : undefined;
  if (typeof quickConnectUser === 'string') keys.userId = quickConnectUser;
  return keys;
}
