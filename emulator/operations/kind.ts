import { randomUUID } from 'node:crypto';
import type { Quotas } from '../settings';
import type { Collection } from '../state/collection';
import type { Instance } from '../state/instance';
import type { Named } from '../state/things';
import { duplicate, inUse, invalidRequest, limitExceeded, notFound } from '../wire/service-error';
import { operation, type Call, type Operation, type ResourceType } from './call';

/** A kind of named things that callers create, change and delete one by one. */
export interface Kind<T extends Named, Member extends string> {
  /** As messages call one of them. */
  readonly name: string;
  readonly type: ResourceType;
  /** The member of a request that holds the id. */
  readonly idMember: Member;
  readonly quota: keyof Quotas;
  readonly things: (instance: Instance) => Collection<T>;
}

/** What a request names one thing with. */
export type Naming<Member extends string> = { readonly InstanceId: string } & Readonly<Record<Member, string>>;

export interface Found<T> {
  readonly instance: Instance;
  readonly id: string;
  readonly thing: T;
}

/** The thing that a call reads. */
export function find<T extends Named, Member extends string>(
  { name, idMember, things }: Kind<T, Member>,
  input: Naming<Member>,
  call: Call,
): Found<T> {
  const instance = call.instance(input.InstanceId);
  const id: string = input[idMember];
  const thing = things(instance).find(id, call.view);
  if (!thing) throw notFound(`${name} ${id}`);
  return { instance, id, thing };
}

/** The thing that a call changes, in its newest state, which this Region may not show yet. */
export function findToChange<T extends Named, Member extends string>(kind: Kind<T, Member>, input: Naming<Member>, call: Call): Found<T> {
  const { instance, id } = find(kind, input, call);
  const thing = kind.things(instance).latest(id);
  if (!thing) throw notFound(`${kind.name} ${id}`);
  return { instance, id, thing };
}

/** Refuses an id that no thing of the kind has. */
export function checkExists<T extends Named>({ name, things }: Kind<T, string>, instance: Instance, id: string, call: Call): void {
  if (!things(instance).find(id, call.view)) throw notFound(`${name} ${id}`);
}

/** Refuses a name that another thing of the kind has. */
export function checkName<T extends Named>({ name, things }: Kind<T, string>, instance: Instance, Name: string, ownId?: string): void {
  for (const { id, value } of things(instance).values())
    if (value.Name === Name && id !== ownId) throw duplicate(`${name}: this Name already exists.`);
}

/** Keeps a new thing with a name of its own, within the quota. */
export function create<T extends Named>(
  kind: Kind<T, string>,
  instance: Instance,
  value: T,
  call: Call,
): { readonly id: string; readonly arn: string } {
  checkName(kind, instance, value.Name);
  const things = kind.things(instance);
  const quota = call.settings.quotas[kind.quota];
  if (things.size >= quota) throw limitExceeded(`${kind.name}: the instance has reached its quota of ${quota}.`);
  const id = randomUUID();
  things.put(id, value, call.stamp);
  return { id, arn: call.arnIn(instance, kind.type, id) };
}

/** An operation that changes one thing: finds it, lets `compute` check and compute, and writes. */
export function change<T extends Named, Member extends string, In extends Naming<Member>>(
  kind: Kind<T, Member>,
  compute: (input: In, found: Found<T>, call: Call) => Partial<T>,
): Operation {
  return operation<In>((input, call) => {
    const found = findToChange(kind, input, call);
    kind.things(found.instance).put(found.id, { ...found.thing, ...compute(input, found, call), ...call.modified }, call.stamp);
    return undefined;
  });
}

/** An operation that deletes one thing, unless something uses it: `usedBy` says what. */
export function remove<T extends Named, Member extends string>(
  kind: Kind<T, Member>,
  usedBy: (found: Found<T>) => string | undefined,
): Operation {
  return operation<Naming<Member>>((input, call) => {
    const found = findToChange(kind, input, call);
    const user = usedBy(found);
    if (user !== undefined) throw inUse(`${kind.name} ${found.id} is used by ${user}.`, call.arnIn(found.instance, kind.type, found.id));
    kind.things(found.instance).delete(found.id, call.stamp);
    return undefined;
  });
}

export interface NameAndDescription {
  readonly Name?: string;
  readonly Description?: string;
}

/** What the operations named Update...Name change; they need at least one of the two. */
export function nameAndDescription(
  { Name, Description }: NameAndDescription,
  before: NameAndDescription & { readonly Name: string },
): { readonly Name: string; readonly Description?: string } {
  if (Name === undefined && Description === undefined) throw invalidRequest('Name or Description is required.');
  return { Name: Name ?? before.Name, Description: cleared(Description ?? before.Description) };
}

/** An empty description is one that is not set. */
export const cleared = (description: string | undefined): string | undefined => description || undefined;
