import type { Distribution } from '../../connect/gateway';
import { isUnknown, isWhollyKnown, type Planned, type PlannedState, UNKNOWN, type Unknown } from '../contract/value';
import { present } from '../values/present';
import type { DistributionState } from './schema';

/** The parts of a distribution, each of which is changed and left alone by itself. */
export const PARTS = ['telephony', 'agent', 'sign_in'] as const;
export type Part = (typeof PARTS)[number];

/** Where the state keeps what Connect has of a part. */
export const CURRENT = { telephony: 'current_telephony', agent: 'current_agent', sign_in: 'current_sign_in' } as const;

/** By the name of the Region: percent, or whether it signs agents in. */
export type ByRegion = Readonly<Record<string, number | boolean>>;

/** The shares of some parts. */
export type Shares = { readonly [P in Part]?: ByRegion };

export const fromConnect = ({ telephony, agent, signIn }: Distribution): Shares => present({ telephony, agent, sign_in: signIn });

export const toConnect = ({ telephony, agent, sign_in }: Shares): Distribution =>
  present({ telephony, agent, signIn: sign_in }) as Distribution;

/** The parts whose shares are known. */
export const sharesBy = (of: (part: Part) => ByRegion | Unknown | undefined): Shares =>
  Object.fromEntries(PARTS.map((part) => [part, of(part)] as const).filter(([, shares]) => shares !== undefined && !isUnknown(shares)));

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

/** What the state shows of all parts. */
export const shownBy = (state: PlannedState<DistributionState>): Shares => sharesBy((part) => current(state, part));

/** The parts of `wanted` that are otherwise in `live`. */
export const differing = (live: Shares, wanted: Shares): Shares =>
  sharesBy((part) => (isSame(live[part], wanted[part]) ? undefined : wanted[part]));

export const asShown = (shares: Shares): Pick<DistributionState, (typeof CURRENT)[Part]> =>
  Object.fromEntries(PARTS.map((part) => [CURRENT[part], shares[part] ?? null])) as Pick<DistributionState, (typeof CURRENT)[Part]>;

/** The Regions that take calls and have no agents. */
export const callsWithoutAgents = (telephony: ByRegion, agent: ByRegion): readonly string[] =>
  Object.keys(telephony).filter((region) => Number(telephony[region]) > 0 && Number(agent[region] ?? 0) === 0);

/** The Regions of the shares, as Connect shows them, where the wanted ones name others. */
export function regionsMissing(live: Shares, wanted: Shares): readonly string[] | undefined {
  const names = (values: ByRegion | undefined): readonly string[] => Object.keys(values ?? {}).sort();
  const regions = names(live.telephony ?? live.agent ?? live.sign_in);
  const differs = (part: Part): boolean => wanted[part] !== undefined && names(wanted[part]).join() !== regions.join();
  return regions.length > 0 && PARTS.some(differs) ? regions : undefined;
}
