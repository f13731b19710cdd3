import { DefaultTokenResolver, StringConcat, Token, Tokenization } from 'cdktf';
import type { Schema } from '../../custom-resources/contract/schema';
import type { Body, Checked } from '../written-body';

/* What a construct declares, in words that are equal where two constructs declare the same thing. */

export interface Identity {
  /** "the user "ada" of the instance ...". */
  readonly thing: string;
  /** The group whose users it declares, and how. */
  readonly group?: { readonly key: string; readonly how: 'one' | 'all' };
}

/** Nothing for what has no identity of its own, for what `count` or `for_each` repeats, and for what is not declared completely. */
export function identityOf(construct: Checked, schema: Schema, body: Body): Identity | undefined {
  if (body['count'] !== undefined || body['for_each'] !== undefined) return undefined;
  const text = (attribute: string): string | undefined => comparable(construct, schema, attribute, body[attribute]);
  const instance = text('instance_id');
  if (instance === undefined) return undefined;
  const group = text('traffic_distribution_group_id');
  const groupKey = `the traffic distribution group ${group} of the instance ${instance}`;
  switch (construct.terraformResourceType) {
    case 'connect_user': {
      const name = text('name');
      return name === undefined ? undefined : { thing: `the user "${name}" of the instance ${instance}` };
    }
    case 'connect_traffic_distribution_group_user': {
      const user = text('user_id');
      if (group === undefined || user === undefined) return undefined;
      return { thing: `the membership of the user ${user} in ${groupKey}`, group: { key: groupKey, how: 'one' } };
    }
    case 'connect_traffic_distribution_group_users':
      return group === undefined ? undefined : { thing: `all users of ${groupKey}`, group: { key: groupKey, how: 'all' } };
    default:
      return undefined;
  }
}

/** The text, whatever its spelling: an id and an ARN name the same thing, and so do the attributes of a construct that give them. */
function comparable(construct: Checked, schema: Schema, attribute: string, value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (!Token.isUnresolved(value)) return schema.attributes[attribute]?.canonical?.(value) ?? value;
  const resolved: unknown = Tokenization.resolve(value, { scope: construct, resolver, preparing: false });
  return typeof resolved === 'string' ? resolved.replace(/\.\w*(id|arn)\}$/, '}') : undefined;
}

const resolver = new DefaultTokenResolver(new StringConcat());
