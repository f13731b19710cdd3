import type { ListOf } from '../../connect/gateway';
import type { Listed } from '../../connect/model';
import type { Context, Reading } from '../contract/resource';
import { bareId } from '../values/identifiers';
import { noneOfThatId, noneOfThatName, severalOfThatName } from './diagnostics';
import type { Asked, DeclaredPlace, NamedKind } from './kind';
import { listFailed, located } from './located';

export interface Found<T> {
  readonly thing: T;
  readonly region: string;
  /** `INSTANCE:ID`, as bare ids. */
  readonly id: string;
}

/**
 * Reads the one thing that a name or an id says. The list is read once for all who ask. It never tells that something is not
 * there: a miss is looked up once more, in a list of now. So is everything once the apply has begun to make things.
 */
export async function findOne<T extends Listed, S>(
  kind: NamedKind<T>,
  place: DeclaredPlace,
  asked: Asked,
  context: Context,
  stateOf: (found: Found<T>) => S,
): Promise<Reading<S>> {
  const { connect, ...at } = located(place, context);
  const askedId = asked.id === null ? undefined : bareId(kind.identifier, asked.id);
  const list = (fresh: boolean): ReturnType<ListOf<T>> => kind.listIn(connect)(at.instanceId, at.region, { fresh });
  const meantIn = (things: ReadonlyMap<string, T>): readonly T[] =>
    [...things.values()].filter((thing) => (askedId === undefined ? kind.labelOf(thing) === asked.label : thing.id === askedId));

  let listed = await list(context.ledger.applying);
  if (listed.ok && meantIn(listed.value).length !== 1) listed = await list(true);
  if (!listed.ok) return { diagnostics: [listFailed(`looking for ${kind.identifier.noun}`, at, listed.failure)] };
  const [thing, ...others] = meantIn(listed.value);
  if (thing && others.length === 0) return { state: stateOf({ thing, region: at.region, id: `${at.instanceId}:${thing.id}` }) };
  const [label, all] = [asked.label ?? '', [...listed.value.values()]];
  if (thing) return { diagnostics: [severalOfThatName(kind, label, at, [thing, ...others])] };
  return { diagnostics: [askedId === undefined ? noneOfThatName(kind, label, at, all) : noneOfThatId(kind, askedId, at, all)] };
}
