/**
 * What an operation works with: the caller, the state, and how that moment sees it. Operations know the
 * state and the settings; they know nothing of HTTP.
 */
import type { Settings, UserChange } from '../settings';
import type { Stamp, View } from '../state/collection';
import type { Instance } from '../state/instance';
import type { Group, Modified } from '../state/things';
import type { World } from '../state/world';
import type { JsonObject } from '../wire/json';
import { invalidRequest, notFound } from '../wire/service-error';

export interface Caller {
  readonly account: string;
  readonly region: string;
}

export type Operation = (input: JsonObject, call: Call) => object | undefined;

/** An operation on typed input: the model's validation has already made sure of the type. */
export function operation<In extends JsonObject | object>(run: (input: In, call: Call) => object | undefined): Operation {
  return (input, call) => run(input as In, call);
}

export class Call {
  constructor(
    readonly caller: Caller,
    readonly world: World,
    readonly settings: Settings,
    readonly now: number,
  ) {}

  get region(): string {
    return this.caller.region;
  }

  get view(): View {
    return { now: this.now, region: this.caller.region };
  }

  get stamp(): Stamp {
    return { at: this.now, region: this.caller.region, lag: this.settings.consistencyDelay, mirrorLag: this.settings.mirrorDelay };
  }

  /** Groups and their members are kept in the home Region, wherever the call came in. */
  stampAtHome(instance: Instance): Stamp {
    return { ...this.stamp, region: instance.facts.homeRegion };
  }

  viewAtHome(instance: Instance): View {
    return { now: this.now, region: instance.facts.homeRegion };
  }

  get modified(): Modified {
    return { LastModifiedTime: this.now, LastModifiedRegion: this.caller.region };
  }

  /** The new modification mark, if that kind of change moves it. */
  modifiedBy(change: UserChange): Partial<Modified> {
    return this.settings.answers.lastModifiedMoves.includes(change) ? this.modified : {};
  }

  /** The caller's instance of that id in the caller's Region. */
  instance(id: string): Instance {
    const instance = this.caller.account === this.world.account ? this.world.instance(id) : undefined;
    if (!instance?.regions.includes(this.region)) throw notFound(`Instance ${id}`);
    return instance;
  }

  /** As `instance`, for the operations that take an ARN as well. */
  instanceByIdOrArn(idOrArn: string): Instance {
    if (!idOrArn.startsWith('arn:')) return this.instance(idOrArn);
    const instance = this.instance(idOrArn.slice(idOrArn.lastIndexOf('/') + 1));
    if (idOrArn !== this.arn(`instance/${instance.facts.id}`)) throw notFound(`Instance ${idOrArn}`);
    return instance;
  }

  arn(resource: string, region = this.region): string {
    return `arn:aws:connect:${region}:${this.world.account}:${resource}`;
  }

  arnIn(instance: Instance, type: ResourceType, id: string): string {
    return this.arn(`instance/${instance.facts.id}/${type}/${id}`);
  }

  /** A group's ARN names its home Region wherever the call goes. */
  groupArn(instance: Instance, id: string): string {
    return this.arn(`traffic-distribution-group/${id}`, instance.facts.homeRegion);
  }

  status(group: Group): string {
    return group.Becomes && group.Becomes.at <= this.now ? group.Becomes.Status : group.Status;
  }
}

export type ResourceType =
  | 'agent'
  | 'agent-state'
  | 'transfer-destination'
  | 'queue'
  | 'routing-profile'
  | 'security-profile'
  | 'agent-group'
  | 'agent-group-level'
  | 'operating-hours';

/** The start of a page from its token. */
export function readToken(token: string | undefined): number {
  if (token === undefined) return 0;
  const text = Buffer.from(token, 'base64url').toString();
  if (!/^after:\d+$/.test(text)) throw invalidRequest('The pagination token is not valid.');
  return Number(text.slice('after:'.length));
}

export function writeToken(next: number | undefined): string | undefined {
  return next === undefined ? undefined : Buffer.from(`after:${next}`).toString('base64url');
}
