import { mapValues } from '../contract/cty-type';
import type { Context, DataSource, Listing, ListResource } from '../contract/resource';
import type { Attribute } from '../contract/schema';
import type { PlannedState, Values } from '../contract/value';

/** A list of what a data source finds. Its block takes what the data source takes: the attributes but for those that it answers with. */
export function listedBy<S extends Values>(
  type: string,
  source: DataSource<S>,
  listing: (found: S, asked: S, context: Context) => Listing | Promise<Listing>,
): ListResource {
  const { schema, operations } = source;
  const taken = Object.entries(schema.attributes).filter(([, { presence }]) => presence !== 'computed');
  const attributes = taken.map(([name, one]): [string, Attribute] => [
    name,
    { ...one, presence: one.presence === 'required' ? 'required' : 'optional' },
  ]);
  const withAnswers = (config: object): unknown => ({ ...mapValues(schema.attributes, () => null), ...config });
  return {
    type,
    schema: { ...schema, attributes: Object.fromEntries(attributes) },
    operations,
    validate: (config) => source.validate?.(withAnswers(config) as PlannedState<S>) ?? [],

    async list(config, context) {
      const asked = withAnswers(config) as S;
      const { state, diagnostics } = await source.read(asked, context);
      return state ? listing(state, asked, context) : { diagnostics };
    },
  };
}
