import type { Listed } from '../../connect/model';
import { type Diagnostic, errorAt } from '../contract/diagnostic';
import { nounOf } from '../values/identifiers';
import { offered } from './candidates';
import type { NamedKind } from './kind';

/** The messages of data sources that find one thing of an instance. */

interface Where {
  readonly instanceId: string;
  readonly region: string;
}

export const noneOfThatName = <T extends Listed>(
  kind: NamedKind<T>,
  name: string,
  { instanceId, region }: Where,
  all: readonly T[],
): Diagnostic =>
  errorAt(
    ['name'],
    `No ${nounOf(kind.identifier)} "${name}"`,
    `The instance ${instanceId} has no ${nounOf(kind.identifier)} of exactly that name in ${region}; names are case sensitive. ${whatThereIs(all, name)} Check the name, the instance and the Region.`,
  );

export const noneOfThatId = <T extends Listed>(
  kind: NamedKind<T>,
  id: string,
  { instanceId, region }: Where,
  all: readonly T[],
): Diagnostic =>
  errorAt(
    [kind.idAttribute],
    `No ${nounOf(kind.identifier)} ${id}`,
    `The instance ${instanceId} has no such ${nounOf(kind.identifier)} in ${region}. ${whatThereIs(all)} Check the id: it may be one of another instance or Region, or may have been deleted.`,
  );

export const severalOfThatName = <T extends Listed>(
  kind: NamedKind<T>,
  name: string,
  { instanceId, region }: Where,
  all: readonly T[],
): Diagnostic =>
  errorAt(
    ['name'],
    `More than one ${nounOf(kind.identifier)} "${name}"`,
    `The instance ${instanceId} has ${all.length} of that name in ${region}: ${offered(all)}. Say by "${kind.idAttribute}" which is meant.`,
  );

const whatThereIs = (all: readonly Listed[], asked?: string): string =>
  all.length === 0 ? 'It has none at all.' : `It has ${offered(all, asked)}.`;
