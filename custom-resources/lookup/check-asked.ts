import type { Listed } from '../../connect/model';
import { arnsOfOtherInstance } from '../checking/arns';
import { exactlyOneOf } from '../checking/exactly-one-of';
import type { Diagnostic } from '../contract/diagnostic';
import type { Planned } from '../contract/value';
import type { NamedKind } from './kind';

/** That a name or an id says which thing is meant, and that an ARN is one of the instance. */
export const checkAsked = <T extends Listed>(
  { identifier, idAttribute, nameAttribute }: NamedKind<T>,
  instance: Planned<string>,
  asked: { readonly name: Planned<string | readonly string[] | null>; readonly id: Planned<string | null> },
): readonly Diagnostic[] => [
  ...exactlyOneOf({ [nameAttribute]: asked.name, [idAttribute]: asked.id }),
  ...(typeof instance === 'string' ? arnsOfOtherInstance([{ kind: identifier, path: [idAttribute], text: asked.id }], instance) : []),
];
