import { isObject, type JsonObject } from '../wire/json';

/** The things that a call was about, by id; never a name, an address or a secret. */
export type Keys = Readonly<Partial<Record<KeyName, string>>>;
export const KEY_NAMES = ['instanceId', 'userId', 'groupId', 'quickConnectId', 'queueId', 'resourceArn'] as const;
type KeyName = (typeof KEY_NAMES)[number];

export interface LoggedCall {
  readonly time: string;
  /** `Unknown` if there is no operation at that method and path. */
  readonly operation: string;
  /** Of a call to an unknown operation: how it was asked, the query excepted. */
  readonly method?: string;
  readonly path?: string;
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
/** Of the calls in JSON; a usual one has about 250. */
const MAX_CHARACTERS = 100_000_000;
/** No name or id of the service is longer, but what a caller sends may be. */
const LONGEST_TEXT = 500;

/** A text of a caller, cut off where it is longer than anything that makes sense. */
export function atMost(text: string): string {
  // Copied, since a slice would keep the whole text in memory.
  return text.length <= LONGEST_TEXT ? text : `${Buffer.from(text.slice(0, LONGEST_TEXT)).toString()}...`;
}

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
  private characters = 0;

  constructor(
    private readonly maxCalls = MAX_CALLS,
    private readonly maxCharacters = MAX_CHARACTERS,
  ) {}

  /** Forgets the older half when there are too many calls, or they take too much room. */
  add(call: LoggedCall): void {
    if (this.calls.length >= this.maxCalls || this.characters >= this.maxCharacters) {
      this.calls = this.calls.slice(Math.ceil(this.calls.length / 2));
      this.characters = this.calls.reduce((sum, kept) => sum + JSON.stringify(kept).length, 0);
    }
    this.calls.push(call);
    this.characters += JSON.stringify(call).length;
  }

  list(): readonly LoggedCall[] {
    return this.calls;
  }

  clear(): void {
    this.calls = [];
    this.characters = 0;
  }
}

/** The keys in an input or output; an ARN stands for the id it ends with, unless it is the key itself. */
export function keysOf(values: JsonObject | object): Keys {
  const keys: Partial<Record<KeyName, string>> = {};
  if (!isObject(values)) return keys;
  for (const [member, name] of Object.entries(MEMBERS)) {
    const value = values[member];
    if (typeof value !== 'string') continue;
    const text = atMost(value);
    keys[name] = name === 'resourceArn' ? text : text.slice(text.lastIndexOf('/') + 1);
  }
  const quickConnectUser =
    isObject(values.QuickConnectConfig) && isObject(values.QuickConnectConfig.UserConfig)
      ? values.QuickConnectConfig.UserConfig.UserId
      : undefined;
  if (typeof quickConnectUser === 'string') keys.userId = atMost(quickConnectUser);
  return keys;
}
