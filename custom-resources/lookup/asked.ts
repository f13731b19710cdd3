import type { Attribute, Schema } from '../contract/schema';

/** The `list` block that takes what a data source takes: its attributes but for those that it answers with. */
export const askedOf = (schema: Schema): Schema => ({
  ...schema,
  attributes: Object.fromEntries(
    Object.entries(schema.attributes)
      .filter(([, { presence }]) => presence !== 'computed')
      .map(([name, attribute]): [string, Attribute] => [
        name,
        { ...attribute, presence: attribute.presence === 'required' ? 'required' : 'optional' },
      ]),
  ),
});
