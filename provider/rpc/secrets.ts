import type { Schema } from '../../custom-resources/contract/schema';
import type { Value, Values } from '../../custom-resources/contract/value';
import { isList, isObject } from '../codec/value-shape';
import { configAttributes } from './config-attributes';
import { spellingsOf } from './spellings';

/** Shorter ones can be guessed, and would take half of every sentence with them. */
const SHORTEST = 3;
/** Shorter ones occur in other words by chance: they are redacted as whole words only. */
const DISTINCT = 8;

const REDACTED = '(sensitive value)';
/** Of a signed request: for some minutes, whoever has it can send the request again. */
const SIGNATURE = /\b(Signature=)[0-9a-fA-F]{64}\b/g;

/** The secrets that a request and the provider's configuration brought, to keep them out of what is told. */
export class Secrets {
  private readonly strings = new Set<string>();
  /** Most requests tell nothing: these are looked through when something is told. */
  private readonly brought: (readonly [Schema, Values])[] = [];

  /** Remembers the values of all sensitive and write-only attributes. */
  add(schema: Schema, values: Values): void {
    this.brought.push([schema, values]);
  }

  addString(secret: string): void {
    this.strings.add(secret);
  }

  private all(): ReadonlySet<string> {
    for (const [schema, values] of this.brought.splice(0))
      for (const { attribute, value } of configAttributes(schema, values))
        if (attribute.sensitive || attribute.writeOnly) this.addValue(value);
    return this.strings;
  }

  private addValue(value: Value): void {
    if (typeof value === 'string') this.addString(value);
    else if (isList(value)) value.forEach((element) => this.addValue(element));
    else if (isObject(value)) Object.values(value).forEach((element) => this.addValue(element));
  }

  /** Without these secrets and those of `others`, however they are written: as they are, in base64, percent-encoded or in JSON. */
  redact(text: string, ...others: readonly Secrets[]): string {
    const spellings = [this, ...others].flatMap((secrets) => [...secrets.all()].flatMap(spellingsOf));
    const found = [...new Set(spellings)].filter((spelling) => spelling.length >= SHORTEST && text.includes(spelling));
    const safe = text.replace(SIGNATURE, `$1${REDACTED}`);
    if (found.length === 0) return safe;
    // One pass, the longest first: what was redacted is not looked at again.
    return safe.replace(
      new RegExp(
        found
          .sort((a, b) => b.length - a.length)
          .map(patternOf)
          .join('|'),
        'gu',
      ),
      REDACTED,
    );
  }
}

function patternOf(secret: string): string {
  const literal = secret.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return secret.length >= DISTINCT ? literal : `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`;
}
