import type { CtyType } from '../../custom-resources/contract/cty-type';
import type { PathStep } from '../../custom-resources/contract/diagnostic';
import type { AttributePath, AttributePath_Step } from '../proto/gen/tfplugin6';

/**
 * A path in the protocol's terms: the type tells attribute names from map keys. The path ends early
 * where it cannot go on: the elements of a set have no address.
 */
export function encodePath(type: CtyType, path: readonly PathStep[]): AttributePath {
  const steps: AttributePath_Step[] = [];
  let here: CtyType | undefined = type;
  for (const step of path) {
    const next = descend(here, step);
    if (next === undefined) break;
    steps.push({ selector: next.selector });
    here = next.type;
  }
  return { steps };
}

interface Descent {
  readonly selector: NonNullable<AttributePath_Step['selector']>;
  readonly type: CtyType;
}

function descend(type: CtyType, step: PathStep): Descent | undefined {
  if (typeof type === 'string') return undefined;
  if (typeof step === 'number') {
    return type[0] === 'list' ? { selector: { $case: 'elementKeyInt', value: step }, type: type[1] } : undefined;
  }
  if (type[0] === 'map') return { selector: { $case: 'elementKeyString', value: step }, type: type[1] };
  const attribute = type[0] === 'object' && Object.hasOwn(type[1], step) ? type[1][step] : undefined;
  return attribute && { selector: { $case: 'attributeName', value: step }, type: attribute };
}
