import { type Diagnostic, errorAt } from '../contract/diagnostic';
import { isUnknown, isWhollyKnown, type PlannedState } from '../contract/value';
import { PARTS } from './shares';
import type { DistributionState } from './schema';

/** What is wrong with declared shares in themselves. Parts that are not known yet are left for later. */
export function validate(config: PlannedState<DistributionState>): readonly Diagnostic[] {
  if (PARTS.every((part) => !isUnknown(config[part]) && config[part].length === 0)) return [nothingDeclared()];
  return PARTS.flatMap((part) => {
    const blocks = config[part];
    if (isUnknown(blocks) || !isWhollyKnown(blocks)) return [];
    const known = blocks as DistributionState[typeof part];
    const regions = known.map(({ region }) => region);
    const twice = regions.find((region, index) => regions.indexOf(region) < index);
    if (twice !== undefined) return [declaredTwice(part, twice)];
    if (regions.length === 1) return [oneRegion(part, regions[0] ?? '')];
    const sum = known.reduce((total, block) => total + ('percentage' in block ? block.percentage : 0), 0);
    return part === 'sign_in' || regions.length === 0 || sum === 100 ? [] : [notTheWhole(part, sum)];
  });
}

const nothingDeclared = (): Diagnostic =>
  errorAt(
    [],
    'No shares',
    'The resource declares no shares. Declare "telephony" and "agent" blocks, or for the default group "sign_in" blocks.',
  );

const declaredTwice = (part: string, region: string): Diagnostic =>
  errorAt([part], `${region} declared twice`, `Each Region can have one "${part}" block; ${region} has more. Keep one of them.`);

const oneRegion = (part: string, region: string): Diagnostic =>
  errorAt(
    [part],
    `"${part}" names one Region alone`,
    `Amazon Connect takes a distribution only as a whole. Declare a "${part}" block for each of the two Regions of the instance: besides ${region} also for the other Region, even if it gets nothing.`,
  );

const notTheWhole = (part: string, sum: number): Diagnostic =>
  errorAt(
    [part],
    `The shares of "${part}" are ${sum} percent together`,
    `The shares of the Regions must be 100 percent together; they are ${sum}.`,
  );
