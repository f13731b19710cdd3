import { createHash } from 'node:crypto';
import { operationOf, shapeOf } from '../model/api-model';
import type { JsonObject } from './json';
import { invalidRequest } from './service-error';

/*
 * The page tokens that callers get: an operation's own token, bound to the call that gave it. The next page has to
 * be asked by the same operation with the same parameters, in the same account and Region; its size may differ.
 */

const MARK_LENGTH = 16;

/** What binds the tokens of a call; nothing for an operation without pages. */
export function pageMark(
  operation: string,
  scope: { readonly account: string; readonly region: string },
  input: JsonObject,
): string | undefined {
  const { input: shape } = operationOf(operation);
  if (shape === undefined || !shapeOf(shape).members?.NextToken) return undefined;
  const asked = { ...input, NextToken: undefined, MaxResults: undefined };
  return createHash('sha256')
    .update(JSON.stringify([operation, scope.account, scope.region, asked]))
    .digest('base64url')
    .slice(0, MARK_LENGTH);
}

/** The input with the token that the operation itself gave. Refuses the token of another call. */
export function withoutMark(input: JsonObject, mark: string | undefined): JsonObject {
  const { NextToken } = input;
  if (mark === undefined || typeof NextToken !== 'string') return input;
  if (!NextToken.startsWith(mark))
    throw invalidRequest('The pagination token is not valid: it is not of this operation with these parameters.');
  return { ...input, NextToken: NextToken.slice(mark.length) };
}

/** The output with the token that the caller gets. */
export function withMark<T extends object | undefined>(output: T, mark: string | undefined): T {
  if (mark === undefined || !output || !('NextToken' in output) || typeof output.NextToken !== 'string') return output;
  return { ...output, NextToken: `${mark}${output.NextToken}` };
}
