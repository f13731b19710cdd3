import type { Attribute, Presence } from '../contract/schema';
import { length, region } from '../values/checks';
import { computed } from '../values/computed';
import { identifies, type IdentifierKind, INSTANCE, nounOf } from '../values/identifiers';

type Text<P extends Presence> = Attribute & { readonly type: 'string'; readonly presence: P };

type Identified<K extends string> = {
  readonly instance_id: Text<'required'>;
  readonly region: Text<'optional-computed'>;
  readonly id: Text<'computed'>;
  readonly arn: Text<'computed'>;
} & { readonly [Key in K]: Text<'optional-computed'> };

/** Where a data source looks. */
export const place = {
  instance_id: {
    type: 'string',
    presence: 'required',
    description: 'The instance, as an id or ARN; an ARN also says in which Region to call.',
    check: identifies(INSTANCE),
  },
  region: {
    type: 'string',
    presence: 'optional-computed',
    description: 'The Region to look in. Defaults to the Region in the ARN of the instance, else to that of the provider.',
    check: region,
  },
} as const;

/**
 * Of a data source that finds one thing of an instance: all but what people call it.
 * @param idAttribute takes the id: `routing_profile_id`
 * @param nameAttribute takes what people call it
 */
export function identified<K extends string>(kind: IdentifierKind, idAttribute: K, nameAttribute = 'name'): Identified<K> {
  const noun = nounOf(kind);
  const byId: Text<'optional-computed'> = {
    type: 'string',
    presence: 'optional-computed',
    description: `The ${noun}, as an id or ARN. Exactly one of \`${nameAttribute}\` and \`${idAttribute}\` is given.`,
    check: identifies(kind),
  };
  return {
    ...({ [idAttribute]: byId } as { readonly [Key in K]: typeof byId }),
    ...place,
    id: computed('string', `\`INSTANCE:ID\`, the bare ids of the instance and of the ${noun}.`),
    arn: computed('string', `The ARN of the ${noun}.`),
  } as const;
}

/** Of one that finds a thing by its name or by its id. @param longest how many characters a name may have */
export const namedThing = <K extends string>(kind: IdentifierKind, idAttribute: K, longest: number) =>
  ({
    name: {
      type: 'string',
      presence: 'optional-computed',
      description: `The exact name of the ${nounOf(kind)}, 1 to ${longest} characters; case sensitive. Exactly one of \`name\` and \`${idAttribute}\` is given.`,
      check: length(1, longest),
    },
    ...identified(kind, idAttribute),
  }) as const;
