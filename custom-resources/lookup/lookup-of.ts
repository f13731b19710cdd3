import type { ListOf } from '../../connect/gateway';
import { namedInOtherInstance } from '../checking/arns';
import { exactlyOneOf } from '../checking/exactly-one-of';
import type { Context, DataSource, Reading } from '../contract/resource';
import type { Values } from '../contract/value';
import { bareId } from '../values/identifiers';
import type { DeclaredPlace } from '../values/place';
import { noneOfThatId, noneOfThatName, severalOfThatName } from './diagnostics';
import { labelOf, type Named, type NamedKind, quoted } from './kind';
import { listFailed, located } from './located';

/**
 * A data source that finds the one thing that a name or an id says.
 * @param others what it shows beside the name and the ids
 */
export function lookupOf<S extends Values & DeclaredPlace, T extends Named>(
  definition: Pick<DataSource<S>, 'type' | 'schema' | 'operations'>,
  kind: NamedKind<T>,
  others: (thing: T) => NoInfer<Partial<S>> = () => ({}),
): DataSource<S> {
  const { identifier, idAttribute, nameAttribute } = kind;
  return {
    ...definition,

    validate(config) {
      const { instance_id, [nameAttribute]: name = null, [idAttribute]: id = null } = config as Values;
      return [
        ...exactlyOneOf({ [nameAttribute]: name, [idAttribute]: id }),
        ...namedInOtherInstance([{ kind: identifier, path: [idAttribute], text: id }], instance_id),
      ];
    },

    read: (config, context) =>
      findOne(kind, config, context, (thing, region, id) => ({
        ...config,
        [nameAttribute]: thing[nameAttribute] ?? null,
        [idAttribute]: config[idAttribute] ?? thing.id,
        region,
        id,
        arn: thing.arn ?? null,
        ...others(thing),
      })),
  };
}

/**
 * The list is read once for all who ask. It never tells that something is not there: a miss is looked up once more, in a list of
 * now. So is everything once the apply has begun to make things.
 */
async function findOne<S extends Values & DeclaredPlace, T extends Named>(
  kind: NamedKind<T>,
  config: S,
  context: Context,
  stateOf: (thing: T, region: string, id: string) => S,
): Promise<Reading<S>> {
  const { connect, ...at } = located(config, context);
  const askedId = config[kind.idAttribute];
  const id = typeof askedId === 'string' ? bareId(kind.identifier, askedId) : undefined;
  const label = quoted(config[kind.nameAttribute]);
  const list = (fresh: boolean): ReturnType<ListOf<T>> => kind.listIn(connect)(at.instanceId, at.region, { fresh });
  const meantIn = (things: ReadonlyMap<string, T>): readonly T[] =>
    [...things.values()].filter((thing) => (id === undefined ? labelOf(kind, thing) === label : thing.id === id));

  let listed = await list(context.ledger.applying);
  if (listed.ok && meantIn(listed.value).length !== 1) listed = await list(true);
  if (!listed.ok) return { diagnostics: [listFailed(`looking for ${kind.identifier.noun}`, at, listed.failure)] };
  const [thing, ...others] = meantIn(listed.value);
  if (thing && others.length === 0) return { state: stateOf(thing, at.region, `${at.instanceId}:${thing.id}`) };
  const all = [...listed.value.values()];
  if (thing) return { diagnostics: [severalOfThatName(kind, label ?? '', at, [thing, ...others])] };
  return { diagnostics: [id === undefined ? noneOfThatName(kind, label ?? '', at, all) : noneOfThatId(kind, id, at, all)] };
}
