import type { Instance } from '../../connect/gateway';
import { type Diagnostic, errorAt, type PathStep } from '../contract/diagnostic';
import { bareId, type IdentifierKind, INSTANCE, instanceOf, isArn, parseArn, regionOf } from '../values/identifiers';
import type { Findings } from './findings';

/** An attribute that names a thing by its id or ARN; anything but a text is not known yet, or not declared. */
export interface Named {
  readonly kind: IdentifierKind;
  readonly path: readonly PathStep[];
  readonly text: unknown;
}

export const instanceNamed = ({ instance_id: text }: { readonly instance_id: unknown }): Named => ({
  kind: INSTANCE,
  path: ['instance_id'],
  text,
});

/** The ARNs among them: an ARN says more than an id, and that can be wrong. */
export const arnsAmong = (named: readonly Named[]): readonly (Named & { readonly text: string })[] =>
  named.filter((one): one is Named & { readonly text: string } => typeof one.text === 'string' && isArn(one.text));

/** What a plan names, and the state does not: the instance, and what the resource refers to. */
export function namedAnew<S extends { readonly instance_id: unknown }>(
  prior: S | undefined,
  planned: S,
  references: (state: S) => readonly Named[],
): readonly Named[] {
  const all = (state: S): readonly Named[] => [instanceNamed(state), ...references(state)];
  const known = new Set((prior ? all(prior) : []).map(({ text }) => text));
  return all(planned).filter(({ text }) => !known.has(text));
}

/**
 * Ids and ARNs that name another instance than the configuration does, and ARNs of another account than that of its ARN. Needs no call.
 * @param instance an id or ARN, if it is known
 */
export function namedInOtherInstance(named: readonly Named[], instance: unknown): readonly Diagnostic[] {
  if (typeof instance !== 'string') return [];
  const [instanceId, account] = [bareId(INSTANCE, instance), parseArn(instance)?.account];
  return named.flatMap(({ kind, path, text }) => {
    if (typeof text !== 'string') return [];
    const other = instanceOf(kind, text);
    if (other !== undefined && other !== instanceId) return [ofOther('instance', kind, path, text, instanceId)];
    return account !== undefined && isArn(text) && parseArn(text)?.account !== account
      ? [ofOther('account', kind, path, text, account)]
      : [];
  });
}

/** ARNs whose account or Region is not one of the instance as Amazon Connect describes it. */
export function arnsOfOtherPlace(named: readonly Named[], { arn: instanceArn, regions }: Instance): readonly Diagnostic[] {
  const account = parseArn(instanceArn)?.account ?? '';
  return arnsAmong(named).flatMap(({ kind, path, text }) => {
    const said = parseArn(text);
    if (said?.account !== account) return [ofOther('account', kind, path, text, account)];
    return regions.includes(said.region) ? [] : [ofOther('Region', kind, path, text, regions.join(', '))];
  });
}

/** Whether ARNs name the account and a Region of the instance; asks for that only where there are ARNs. */
export async function checkArns(named: readonly Named[], instance: string, findings: Findings): Promise<boolean> {
  const arns = arnsAmong(named);
  if (arns.length === 0) return true;
  const described = await findings.look('DescribeInstance', () =>
    findings.connect.instances.find(bareId(INSTANCE, instance), regionOf(instance)),
  );
  const wrong = described?.value ? arnsOfOtherPlace(arns, described.value) : [];
  findings.add(...wrong);
  return wrong.length === 0;
}

/** Told once for a plan: hundreds of agents name the same instance or profile. */
const ofOther = (
  what: 'instance' | 'account' | 'Region',
  { noun }: IdentifierKind,
  path: readonly PathStep[],
  text: string,
  right: string,
): Diagnostic => ({
  ...errorAt(
    path,
    `${isArn(text) ? 'An ARN' : 'An id'} of another ${what}`,
    `"${text}" names ${noun} of another ${what} (expected: ${right}). Correct it, or give the bare id.`,
  ),
  common: `of another ${what}: ${text}`,
});
