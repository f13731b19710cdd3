import { Token } from 'cdktf';
import { isTextual, unexpected } from './expected';

/*
 * What agents hang on, as a program may name it: an object with the attribute that identifies it (of
 * `@cdktf/provider-aws`, of this package, of your own), its id or ARN, or its name in Amazon Connect.
 */

/** An instance: a resource or data source of `@cdktf/provider-aws`, or our data source. */
export type IInstance = { readonly instanceId: string } | { readonly arn: string };

/** A routing profile: a resource or data source of `@cdktf/provider-aws`, or our data source. */
export interface IRoutingProfile {
  readonly routingProfileId: string;
}

/** A security profile: a resource or data source of `@cdktf/provider-aws`, or our data source. */
export interface ISecurityProfile {
  readonly securityProfileId: string;
}

/** A hierarchy group: a resource or data source of `@cdktf/provider-aws`, or our data source. */
export interface IHierarchyGroup {
  readonly hierarchyGroupId: string;
}

/** A traffic distribution group: our data source, or whatever has its ARN. */
export interface ITrafficDistributionGroup {
  readonly arn: string;
}

/** A user: an `Agent`, or our resource or data source. */
export interface IUser {
  readonly userId: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text is an id or ARN, or stands for one; everything else is a name. */
export const isId = (text: string): boolean =>
  Token.isUnresolved(text) || /(^|[^$])\$\{/.test(text) || text.startsWith('arn:') || UUID.test(text);

/** How else a thing may be named, for messages. */
export const OR_NAME = ', as a name, an id, an ARN or an object';

/** The id that an object stands for, if it is a token, such as the `value` of a variable. */
export const idOfToken = (thing: string | object): string | undefined =>
  typeof thing === 'object' && !Array.isArray(thing) && Token.isUnresolved(thing) ? Token.asString(thing) : undefined;

/** Refuses an object of another kind: many have an attribute of the right name, a user its `routingProfileId`. */
export function checkKind(thing: object, noun: string, kind: RegExp, asked: string): void {
  const type = 'terraformResourceType' in thing ? thing.terraformResourceType : undefined;
  if (typeof type === 'string' && !kind.test(type)) throw new Error(`[${asked}] expects ${noun}, and got an object of ${type}.`);
}

/** The id that an object has under a name. */
export function idIn<K extends string>(thing: { readonly [name in K]: string }, name: K, noun: string, asked: string): string {
  if (isTextual(thing[name])) return thing[name];
  throw unexpected(thing, noun, asked);
}
