/** One attribute of a person that gets another value. */
export interface Change {
  /** What the attribute is called: words of the schema. */
  readonly noun: string;
  /** Which one of several: a channel, the key of a tag, a proficiency. */
  readonly of?: string;
  /** Left out: there is none. */
  readonly from?: string;
  readonly to?: string;
  /** One of many values that a person can have at once: it is gained or lost. */
  readonly member: boolean;
  /** The values say who somebody is, or how to reach them. */
  readonly personal: boolean;
  /** The attribute of the resource: those of a group are written by one call. */
  readonly attribute: string;
  /** It is declared no longer, and Amazon Connect keeps it. */
  readonly kept?: true;
}

/** Equal for changes that read alike. */
export const changeKey = ({ noun, of, from, to, member, kept }: Change): string =>
  JSON.stringify(kept ? [noun, of, member ? from : '', 'kept'] : [noun, of, from, to]);
