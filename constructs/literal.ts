import { Token } from 'cdktf';

/** Whether a value is written out in the program: no token, no Terraform expression, in no part of it. */
export function isLiteral(value: unknown): boolean {
  if (Token.isUnresolved(value)) return false;
  if (typeof value === 'string') return !/[$%]\{/.test(value);
  if (Array.isArray(value)) return value.every(isLiteral);
  if (typeof value === 'object' && value !== null) return Object.entries(value).flat().every(isLiteral);
  return true;
}
