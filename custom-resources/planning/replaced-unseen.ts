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
    `The ${noun} will be known only at apply, so the plan replaces the resource, even if it then turns out to be the same as before; others of this plan may be in the same case. ${consequence} To keep what is there, apply first what the ${noun} depends on (terraform apply -target=...), and plan again. In a module with "depends_on", data sources are read only at apply while something that the module depends on changes: give it the ${noun} as a variable.`,
  ),
  common: `${noun} not known: ${consequence}`,
});
