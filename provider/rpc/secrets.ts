import type { Schema } from '../../custom-resources/contract/schema';
import type { Value, Values } from '../../custom-resources/contract/value';
import { isList, isObject } from '../codec/value-shape';

/** The sensitive strings that a request brought, to keep them out of what is said about a bug. */
export class Secrets {
  private readonly strings = new Set<string>();

  /** Remembers the values of all sensitive and write-only attributes. */
  add(schema: Schema, values: Values): void {
    this.addAttributes(schema.attributes, values);
    for (const [name, { attributes }] of Object.entries(schema.blocks)) {
      const block = values[name] ?? null;
      for (const element of isList(block) ? block : [block]) if (isObject(element)) this.addAttributes(attributes, element);
    }
  }

  private addAttributes(attributes: Schema['attributes'], values: Values): void {
    for (const [name, { sensitive, writeOnly }] of Object.entries(attributes)) {
      if (sensitive || writeOnly) this.addStrings(values[name] ?? null);
    }
  }

  private addStrings(value: Value): void {
    if (typeof value === 'string' && value !== '') this.strings.add(value);
    else if (isList(value)) value.forEach((element) => this.addStrings(element));
    else if (isObject(value)) Object.values(value).forEach((element) => this.addStrings(element));
  }

  redact(text: string): string {
    return [...this.strings]
      .sort((a, b) => b.length - a.length)
      .reduce((safe, secret) => safe.replaceAll(secret, '(sensitive value)'), text);
  }
}
