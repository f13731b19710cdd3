import type { Listed } from '../../connect/model';
import { arnsOfOtherInstance } from '../checking/arns';
import { exactlyOneOf } from '../checking/exactly-one-of';
import type { Diagnostic } from '../contract/diagnostic';
import type { PlannedState } from '../contract/value';
import type { Asked, NamedKind, Place } from './kind';

/** That a name or an id says which thing is meant, and that an ARN is one of the instance. */
export const checkAsked = <T extends Listed>(
  { identifier, idAttribute }: NamedKind<T>,
  { instance_id: instance, name, id }: PlannedState<Asked & Pick<Place, 'instance_id'>>,
): readonly Diagnostic[] => [
  ...exactlyOneOf({ name, [idAttribute]: id }),
  ...(typeof instance === 'string' ? arnsOfOtherInstance([{ kind: identifier, path: [idAttribute], text: id }], instance) : []),
];
