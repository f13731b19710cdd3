import type { DescribePredefinedAttributeResponse } from '@aws-sdk/client-connect';
import type { PredefinedAttribute } from '../gateway';
import { list, optionalStructure, structure, text } from './members';

/** @throws IncompleteAnswer */
export function predefinedAttributeOf({ PredefinedAttribute: wire }: DescribePredefinedAttributeResponse): PredefinedAttribute {
  const { Values } = structure(wire, 'PredefinedAttribute');
  const values = optionalStructure(Values, 'PredefinedAttribute.Values')?.StringList;
  return values === undefined ? {} : { values: list(values, 'PredefinedAttribute.Values.StringList', text) };
}
