import { type Diagnostic, errorAt } from '../contract/diagnostic';
import { nounOf } from '../values/identifiers';
import { labelOf, type Named, type NamedKind } from './kind';
import { edits } from './suggestion';

/** The messages of data sources that find one thing of an instance. */

type Kind = Omit<NamedKind<Named>, 'listIn'>;

interface Where {
  readonly instanceId: string;
  readonly region: string;
}

export const noneOfThatName = (kind: Kind, label: string, { instanceId, region }: Where, all: readonly Named[]): Diagnostic =>
  errorAt(
    [kind.nameAttribute],
    `No ${nounOf(kind.identifier)} ${label}`,
    `The instance ${instanceId} has no ${nounOf(kind.identifier)} of exactly that ${kind.nameAttribute} in ${region}; names are case sensitive. ${whatThereIs(kind, all, label)} Check the ${kind.nameAttribute}, the instance and the Region.`,
  );

export const noneOfThatId = (kind: Kind, id: string, { instanceId, region }: Where, all: readonly Named[]): Diagnostic =>
  errorAt(
    [kind.idAttribute],
    `No ${nounOf(kind.identifier)} ${id}`,
    `The instance ${instanceId} has no such ${nounOf(kind.identifier)} in ${region}. ${whatThereIs(kind, all)} Check the id: it may be one of another instance or Region, or may have been deleted.`,
  );

export const severalOfThatName = (kind: Kind, label: string, { instanceId, region }: Where, all: readonly Named[]): Diagnostic =>
  errorAt(
    [kind.nameAttribute],
    `More than one ${nounOf(kind.identifier)} ${label}`,
    `The instance ${instanceId} has ${all.length} of that ${kind.nameAttribute} in ${region}: ${offered(candidates(kind, all))}. Choose one with "${kind.idAttribute}".`,
  );

const whatThereIs = (kind: Kind, all: readonly Named[], label?: string): string =>
  all.length === 0 ? 'It has none at all.' : `It has ${offered(candidates(kind, all), label)}.`;

const candidates = (kind: Kind, all: readonly Named[]): readonly Candidate[] =>
  all.map((thing) => ({ label: labelOf(kind, thing), id: thing.id }));

/** As many help; more hide the right one. */
const MOST = 10;

interface Candidate {
  /** What people call it. */
  readonly label: string | undefined;
  readonly id: string;
}

/** What there is instead: `"Sales" (ID), "Support" (ID) and 3 more`; those first whose labels are near to what was asked for. */
function offered(all: readonly Candidate[], asked = ''): string {
  const nearest = all
    .map((one) => ({ one, distance: distanceOf(plain(asked), plain(one.label ?? '')) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST)
    .map(({ one: { label, id } }) => (label === undefined ? id : `${label} (${id})`));
  const more = all.length - nearest.length;
  return `${nearest.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

const plain = (label: string): string => label.toLowerCase().replaceAll('"', '');

/** Below 1 where one is part of the other; else how many characters differ. */
function distanceOf(a: string, b: string): number {
  return a.includes(b) || b.includes(a) ? Math.abs(a.length - b.length) / (1 + a.length + b.length) : edits(a, b);
}
