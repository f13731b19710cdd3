import { type Diagnostic, warningAt } from '../contract/diagnostic';
import { isUnknown, type Values } from '../contract/value';

/**
 * Warns where a plan replaces what is there, since Terraform will know only at apply whether something changes that cannot be changed in place.
 * Told once for all resources of a plan that have it in common.
 * @param nouns what each attribute is whose change replaces the resource
 * @param consequence what is lost though it turns out to be the same: a sentence about all of them
 */
export function replacedUnseen(
  prior: object | undefined,
  planned: object,
  nouns: Readonly<Record<string, string>>,
  consequence: string,
): readonly Diagnostic[] {
  const unseen = prior && Object.entries(nouns).find(([attribute]) => isUnknown((planned as Values)[attribute]));
  return unseen ? [notKnownYet(...unseen, consequence)] : [];
}

const notKnownYet = (attribute: string, noun: string, consequence: string): Diagnostic => ({
  ...warningAt(
    [attribute],
    `The ${noun} is not known yet`,
    `The ${noun} will be known only at apply, so the plan replaces the resource, even if the ${noun} then turns out to be the same as before. Other resources of this plan may be in the same case. ${consequence} To keep what is there, first apply what the ${noun} depends on (terraform apply -target=...), then plan again. In a module with "depends_on", Terraform reads data sources only at apply while something changes that the module depends on: give the module the ${noun} as a variable.`,
  ),
  common: `${noun} not known: ${consequence}`,
});
