import type { ListOf } from '../../connect/gateway';
import type { Listed } from '../../connect/model';
import { noInstance } from '../checking/diagnostics';
import type { Context, Reading } from '../contract/resource';
import { callFailed } from '../failures/diagnostics';
import { bareId, INSTANCE, regionOf } from '../values/identifiers';
import { READ_TIMEOUT_MS } from '../waiting/timeouts';
import { noneOfThatId, noneOfThatName, severalOfThatName } from './diagnostics';
import type { Asked, NamedKind, Place } from './kind';

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
  place: Place,
  asked: Asked,
  context: Context,
  stateOf: (found: Found<T>) => S,
): Promise<Reading<S>> {
  const connect = context.connect({ timeoutMs: READ_TIMEOUT_MS });
  const instanceId = bareId(INSTANCE, place.instance_id);
  const region = place.region ?? regionOf(place.instance_id) ?? connect.region;
  const askedId = asked.id === null ? undefined : bareId(kind.identifier, asked.id);
  const list = (fresh: boolean): ReturnType<ListOf<T>> => kind.listIn(connect)(instanceId, region, { fresh });
  const meantIn = (things: ReadonlyMap<string, T>): readonly T[] =>
    [...things.values()].filter((thing) => (askedId === undefined ? kind.labelOf(thing) === asked.label : thing.id === askedId));

  let listed = await list(context.ledger.applying);
  if (listed.ok && meantIn(listed.value).length !== 1) listed = await list(true);
  if (!listed.ok) {
    const { failure } = listed;
    // The call names nothing but the instance.
    if (failure.kind === 'not-found') return { diagnostics: [noInstance(instanceId, region)] };
    return { diagnostics: [callFailed(`looking for ${kind.identifier.noun} of the instance ${instanceId}`, failure)] };
  }
  const [thing, ...others] = meantIn(listed.value);
  if (thing && others.length === 0) return { state: stateOf({ thing, region, id: `${instanceId}:${thing.id}` }) };
  const [label, at, all] = [asked.label ?? '', { instanceId, region }, [...listed.value.values()]];
  if (thing) return { diagnostics: [severalOfThatName(kind, label, at, [thing, ...others])] };
  return { diagnostics: [askedId === undefined ? noneOfThatName(kind, label, at, all) : noneOfThatId(kind, askedId, at, all)] };
}
