import type { Distribution } from '../../connect/model';
import { isUnknown, isWhollyKnown, type Planned, type PlannedState, UNKNOWN, type Unknown } from '../contract/value';
import type { DistributionState } from './schema';

/** The parts of a distribution, each of which is changed and left alone by itself. */
export const PARTS = ['telephony', 'agent', 'sign_in'] as const;
export type Part = (typeof PARTS)[number];

/** Where the state keeps what Connect has of a part, and what the gateway calls it. */
export const CURRENT = { telephony: 'current_telephony', agent: 'current_agent', sign_in: 'current_sign_in' } as const;
const MEMBER = { telephony: 'telephony', agent: 'agent', sign_in: 'signIn' } as const;

/** By the name of the Region: percent, or whether it signs agents in. */
export type ByRegion = Readonly<Record<string, number | boolean>>;

/** What is declared of a part; nothing where no block is. */
export function declared(state: PlannedState<DistributionState>, part: Part): ByRegion | Unknown | undefined {
  const blocks: Planned<DistributionState[Part]> = state[part];
  if (isUnknown(blocks) || !isWhollyKnown(blocks)) return UNKNOWN;
  const entries = (blocks as DistributionState[Part]).map(
    (block) => [block.region, 'enabled' in block ? block.enabled : block.percentage] as const,
  );
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

export const isSame = (left: ByRegion | null | undefined, right: ByRegion | null | undefined): boolean => {
  if (!left || !right) return !left && !right;
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => Object.hasOwn(right, key) && left[key] === right[key]);
};

/** What the state shows of a part; nothing where that is not known. */
export const current = (state: PlannedState<DistributionState>, part: Part): ByRegion | undefined => {
  const shown = state[CURRENT[part]];
  return isUnknown(shown) || shown === null || !isWhollyKnown(shown) ? undefined : (shown as ByRegion);
};

export const partOf = (live: Distribution, part: Part): ByRegion | undefined => live[MEMBER[part]];

/** The parts of `wanted` that are otherwise in `live`. */
export function differing(live: Distribution, wanted: Distribution): Distribution {
  return Object.fromEntries(
    PARTS.filter((part) => partOf(wanted, part) && !isSame(partOf(live, part), partOf(wanted, part))).map((part) => [
      MEMBER[part],
      partOf(wanted, part),
    ]),
  );
}

/** A distribution of some parts. */
export const distributionOf = (parts: Iterable<readonly [Part, ByRegion]>): Distribution =>
  Object.fromEntries([...parts].map(([part, values]) => [MEMBER[part], values]));

/** What the state shows of a distribution. */
export const shown = ({ telephony, agent, signIn }: Distribution): Pick<DistributionState, (typeof CURRENT)[Part]> => ({
  current_telephony: telephony ?? null,
  current_agent: agent ?? null,
  current_sign_in: signIn ?? null,
});

/** The Regions that take calls and have no agents. */
export const callsWithoutAgents = (telephony: ByRegion, agent: ByRegion): readonly string[] =>
  Object.keys(telephony).filter((region) => Number(telephony[region]) > 0 && Number(agent[region] ?? 0) === 0);

/** The Regions of a distribution, as Connect shows them, where the wanted one names others. */
export function regionsMissing(live: Distribution, wanted: Distribution): readonly string[] | undefined {
  const names = (values: ByRegion | undefined): readonly string[] => Object.keys(values ?? {}).sort();
  const regions = names(live.telephony ?? live.agent ?? live.signIn);
  const differs = (part: Part): boolean => partOf(wanted, part) !== undefined && names(partOf(wanted, part)).join() !== regions.join();
  return regions.length > 0 && PARTS.some(differs) ? regions : undefined;
}
