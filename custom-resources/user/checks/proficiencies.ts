import type { Findings } from '../../checking/findings';
import { type Diagnostic, warningAt } from '../../contract/diagnostic';
import { isUnknown, type PlannedState } from '../../contract/value';
import type { Place } from '../../values/place';
import { quoted } from '../../values/quoted';
import type { UserState } from '../schema';

/** Of these no source says whether DescribePredefinedAttribute knows them. */
const OF_CONNECT = /^connect:/i;

/**
 * Whether the attributes and values of new proficiencies are there. Connect refuses others only after the account is made. A plan is not
 * stopped: the same apply may make them.
 */
export async function checkProficiencies(
  prior: UserState | undefined,
  planned: PlannedState<UserState>,
  { instanceId, region }: Place,
  findings: Findings,
): Promise<void> {
  const held = new Set((prior?.proficiency ?? []).map(({ attribute_name: name, attribute_value: value }) => subjectOf(name, value)));
  for (const block of isUnknown(planned.proficiency) ? [] : planned.proficiency) {
    if (isUnknown(block)) continue;
    const { attribute_name: name, attribute_value: value } = block;
    if (isUnknown(name) || isUnknown(value) || OF_CONNECT.test(name) || held.has(subjectOf(name, value))) continue;
    const found = await findings.look('DescribePredefinedAttribute', () =>
      findings.connect.predefinedAttributes.find(instanceId, name, region),
    );
    if (!found) return;
    if (!found.value) findings.addOnce(`predefined attribute ${name}`, noPredefinedAttribute(name, instanceId, region));
    else if (found.value.values?.includes(value) === false)
      findings.addOnce(`predefined attribute ${subjectOf(name, value)}`, noValueOfAttribute(name, value, found.value.values));
  }
}

const ONLY_AT_APPLY =
  'Unless something in this apply creates it first, Connect creates each new user and then refuses these proficiencies: the user exists and is tainted. Other users may have the same problem: it is reported once.';

const noPredefinedAttribute = (name: string, instanceId: string, region: string): Diagnostic =>
  warningAt(
    ['proficiency'],
    `No predefined attribute ${quoted(name)}`,
    `The instance ${instanceId} has no predefined attribute of this name in ${region}. Correct "attribute_name", or create the attribute. ${ONLY_AT_APPLY}`,
  );

const noValueOfAttribute = (name: string, value: string, values: readonly string[]): Diagnostic =>
  warningAt(
    ['proficiency'],
    `The predefined attribute ${quoted(name)} has no value ${quoted(value)}`,
    `Its values: ${listed(values)}. Correct "attribute_value", or add the value. ${ONLY_AT_APPLY}`,
  );

/** As many as one reads. */
const SHOWN = 20;

const listed = (values: readonly string[]): string =>
  values.length === 0
    ? 'none'
    : [...values.slice(0, SHOWN).map(quoted), ...(values.length > SHOWN ? [`${values.length - SHOWN} others`] : [])].join(', ');

const subjectOf = (name: string, value: string): string => JSON.stringify([name, value]);
