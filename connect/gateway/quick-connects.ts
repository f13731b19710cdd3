import type { Failure, Outcome } from '../failure';
import type { Id, OfInstance, ServiceTime } from './common';
import type { UserRef } from './users';

export interface QuickConnectRef extends OfInstance {
  readonly quickConnectId: Id;
}

export interface QuickConnect {
  readonly id: Id;
  readonly arn: string;
  readonly name: string;
  readonly type: string;
  /** Of type USER only. */
  readonly userId?: Id;
}

/** What a quick connect leads to. */
export type QuickConnectTarget =
  | { readonly type: 'USER'; readonly userId: Id; readonly contactFlowId: Id }
  | { readonly type: 'QUEUE'; readonly queueId: Id; readonly contactFlowId: Id }
  | { readonly type: 'PHONE_NUMBER'; readonly phoneNumber: string };

export interface QuickConnectSettings extends QuickConnect {
  readonly description?: string;
  /** Absent where it leads nowhere, or to something of another type. */
  readonly target?: QuickConnectTarget;
  readonly tags: Readonly<Record<string, string>>;
  readonly lastModified?: ServiceTime;
}

export interface NewQuickConnect extends OfInstance {
  readonly name: string;
  readonly description?: string;
  readonly target: QuickConnectTarget;
  readonly tags: Readonly<Record<string, string>>;
}

export interface QuickConnects {
  /** DescribeQuickConnect; asked twice before it is taken for gone. */
  find(quickConnect: QuickConnectRef): Promise<Outcome<QuickConnectSettings | undefined>>;
  /**
   * The quick connect, by DescribeQuickConnect; or that it is as expected, by the pages of SearchQuickConnects that all readers share,
   * where that is cheaper. Only DescribeQuickConnect tells that it changed or is gone.
   */
  observe(
    quickConnect: QuickConnectRef,
    agrees: (shown: QuickConnectSettings) => boolean,
  ): Promise<Outcome<QuickConnectSettings | 'unchanged' | undefined>>;
  /** What a policy said to the search that `observe` wanted: each quick connect is then asked for by a call. Calls nothing. */
  deniedList(instanceId: Id, region?: string): Failure | undefined;
  /** SearchQuickConnects, all pages: by id. May lag behind. */
  search(instanceId: Id, region?: string): Promise<Outcome<ReadonlyMap<string, QuickConnectSettings>>>;
  /** The quick connect that has a name: SearchQuickConnects for that name, or of all where that is cheaper. May lag behind. */
  holderOf(instanceId: Id, name: string, region?: string): Promise<Outcome<QuickConnectSettings | undefined>>;
  /** The quick connect that has a name: SearchQuickConnects for that name. May lag behind. */
  findByName(instanceId: Id, name: string, region?: string): Promise<Outcome<QuickConnectSettings | undefined>>;
  /** SearchQuickConnects, all pages: those that have a tag. Once per process; may lag behind. */
  tagged(instanceId: Id, key: string, value: string, region?: string): Promise<Outcome<readonly QuickConnectSettings[]>>;
  /** How many there are, about: by a page of SearchQuickConnects. Nothing where the service does not tell. */
  count(instanceId: Id, region?: string): Promise<Outcome<number | undefined>>;
  /** CreateQuickConnect. A taken name is a `conflict`: `ambiguous` when an earlier try, its answer lost, may have made it. */
  create(quickConnect: NewQuickConnect): Promise<Outcome<{ readonly id: Id; readonly arn: string }>>;
  /** UpdateQuickConnectName; without a description it has none. */
  rename(quickConnect: QuickConnectRef, name: string, description: string | undefined): Promise<Outcome<void>>;
  /** UpdateQuickConnectConfig */
  retarget(quickConnect: QuickConnectRef, target: QuickConnectTarget): Promise<Outcome<void>>;
  /**
   * SearchQuickConnects, all pages, at most 10 s old: those of type USER that point at the user, and of the
   * `orphaned` those that point at nobody any more.
   */
  listForUser(user: UserRef, orphaned?: readonly string[]): Promise<Outcome<readonly QuickConnectSettings[]>>;
  /** DeleteQuickConnect. Gone after a try whose answer was lost is success; gone before is `not-found`. */
  delete(instanceId: Id, quickConnectId: Id, region?: string): Promise<Outcome<void>>;
}
