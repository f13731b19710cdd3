import type { Told } from '../support/terraform/told';
import type { Case } from './cases';

/**
 * A membership that nobody declares is kept in mind alone between the halves of a replacement (docs/behaviour/deletion.md, "A
 * successor"): a run that fails there, or that was told there is no such group, loses it, and nothing else.
 */
export const losesMembership = ({ life, fault, operation }: Case, { errors, warnings }: Told, differences: readonly string[]): boolean => {
  const fails = errors.length > 0 || warnings.some(({ summary }) => summary === 'A membership was not handed on');
  const believed = fault.name === 'ResourceNotFoundException' && operation === 'ListTrafficDistributionGroupUsers';
  const [is, should, ...others] = differences.map((line) => /^there is (?:no )?(group .*)"members":\[[^\]]*\]/.exec(line)?.[1]);
  return life.life.handsOnMembership === true && (fails || believed) && is !== undefined && is === should && others.length === 0;
};
