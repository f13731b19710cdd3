import type { Attribute, Presence } from '../contract/schema';
import { length, region } from '../values/checks';
import { identifies, type IdentifierKind, INSTANCE, nounOf } from '../values/identifiers';

type Text<P extends Presence> = Attribute & { readonly type: 'string'; readonly presence: P };

type NamedThing<K extends string> = {
  readonly instance_id: Text<'required'>;
  readonly name: Text<'optional-computed'>;
  readonly region: Text<'optional-computed'>;
  readonly id: Text<'computed'>;
  readonly arn: Text<'computed'>;
} & { readonly [Key in K]: Text<'optional-computed'> };

export const instanceId: Text<'required'> = {
  type: 'string',
  presence: 'required',
  description: 'The instance, as an id or ARN; an ARN also says in which Region to call.',
  check: identifies(INSTANCE),
};

export const lookedUpIn: Text<'optional-computed'> = {
  type: 'string',
  presence: 'optional-computed',
  description: 'The Region to look in. Defaults to the Region in the ARN of the instance, else to that of the provider.',
  check: region,
};

/**
 * The attributes of a data source that finds one thing of an instance by its name or by its id.
 * @param idAttribute takes the id: `routing_profile_id`
 * @param longest how many characters a name may have
 */
export function namedThing<K extends string>(kind: IdentifierKind, idAttribute: K, longest: number): NamedThing<K> {
  const noun = nounOf(kind);
  const one = `Exactly one of \`name\` and \`${idAttribute}\` is given.`;
  const byId: Text<'optional-computed'> = {
    type: 'string',
    presence: 'optional-computed',
    description: `The ${noun}, as an id or ARN. ${one}`,
    check: identifies(kind),
  };
  return {
    instance_id: instanceId,
    name: {
      type: 'string',
      presence: 'optional-computed',
      description: `The exact name of the ${noun}, 1 to ${longest} characters; case sensitive. ${one}`,
      check: length(1, longest),
    },
    ...({ [idAttribute]: byId } as { readonly [Key in K]: typeof byId }),
    region: lookedUpIn,
    id: { type: 'string', presence: 'computed', description: `\`INSTANCE:ID\`, the bare ids of the instance and of the ${noun}.` },
    arn: { type: 'string', presence: 'computed', description: `The ARN of the ${noun}.` },
  } as const;
}
