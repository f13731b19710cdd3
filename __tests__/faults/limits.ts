import type { Told } from '../support/terraform/told';
import type { Case } from './cases';

/** It is no error: that would have the account made once more, for a membership. */
export const NOT_HANDED_ON = 'A membership was not handed on';

/**
 * What docs/behaviour/deletion.md, "A successor", names. A membership that nobody declares is kept in mind alone between the halves of a
 * replacement: a run that fails there, or that was told there is no such group, loses it. Tags that cannot be taken off stay.
 */
export function isLimit({ life, fault, operation }: Case, { errors, warnings }: Told, differences: readonly string[]): boolean {
  if (differences.length === 0) return false;
  const others = operation === 'UntagResource' ? unlike(differences, withoutTags) : differences;
  if (others.length === 0 || life.life.handsOnMembership !== true) return others.length === 0;
  const fails = errors.length > 0 || warnings.some(({ summary }) => summary === NOT_HANDED_ON);
  const believed = fault.name === 'ResourceNotFoundException' && operation === 'ListTrafficDistributionGroupUsers';
  return (fails || believed) && others.length === 2 && unlike(others, withoutMembers).length === 0;
}

const withoutTags = (line: string): string => line.replace(/"cdktf-amazon-connect:[^"]*":"[^"]*",?/g, '').replaceAll(',}', '}');
const withoutMembers = (line: string): string => line.replace(/"members":\[[^\]]*\]/, '');

/** The differences between things that are unlike in more than what is left out. */
function unlike(differences: readonly string[], leavingOut: (line: string) => string): readonly string[] {
  const sides = differences.map((line) => leavingOut(line.replace(/^there is (no )?/, '')));
  return differences.filter((_line, index) => sides.filter((side) => side === sides[index]).length < 2);
}
