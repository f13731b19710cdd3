import { Token } from 'cdktf';

/** Terraform's expressions and templates, and how CDKTF writes tokens into texts and lists. */
const EXPRESSION = /[$%]\{|[#&]\{TfToken\[/;

/** Whether a value is written out in the program: no token, no Terraform expression, in no part of it. */
export function isLiteral(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
      return !EXPRESSION.test(value);
    case 'number':
      // CDKTF's tokens are numbers below zero.
      return value >= 0 || !Token.isUnresolved(value);
    case 'object':
      if (value === null) return true;
      if (Array.isArray(value)) return value.every(isLiteral);
      return !Token.isUnresolved(value) && Object.entries(value).every(([key, one]) => isLiteral(key) && isLiteral(one));
    case 'function':
      return false;
    default:
      return true;
  }
}
