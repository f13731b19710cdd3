import { identifierProblem, type IdentifierKind, INSTANCE, isArn } from './identifiers';

/** An instance and a thing in it, each an id or an ARN; or what is wrong. */
export type ImportId = { readonly instance: string; readonly thing: string } | { readonly problem: string };

/**
 * What an id given to `terraform import` names: `INSTANCE:ID`, as the AWS provider takes it, where INSTANCE may be an ARN; or the ARN of the thing.
 * The ARN of an instance says in which Region to look.
 */
export function importId(kind: IdentifierKind, id: string): ImportId {
  const [, instanceArn, within] = /^(arn:[^/]*\/[^/:]*):([^:]*)$/.exec(id) ?? [];
  if (isArn(id) && instanceArn === undefined) {
    const problem = identifierProblem(kind, id);
    return problem === undefined ? { instance: id.split('/').slice(0, 2).join('/'), thing: id } : { problem };
  }
  const parts = instanceArn === undefined ? id.split(':') : [instanceArn, within];
  const [instance = '', thing = ''] = parts;
  if (parts.length !== 2) return { problem: `it has ${parts.length} ${parts.length === 1 ? 'part' : 'parts'}` };
  const problem = identifierProblem(INSTANCE, instance) ?? identifierProblem(kind, thing);
  return problem === undefined ? { instance, thing } : { problem };
}
