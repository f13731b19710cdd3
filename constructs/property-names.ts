import type { Schema } from '../custom-resources/contract/schema';

/* The names by which CDKTF programs know what schemas and messages call by Terraform's. */

/** `first_name` is `firstName` in a program. */
export const propertyName = (attribute: string): string => attribute.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A text in which the names of the schema's attributes and blocks are those that programs know. */
export function withPropertyNames(text: string, schema: Schema): string {
  const names = new Set(Object.keys(schema.blocks));
  for (const { attributes } of [schema, ...Object.values(schema.blocks)]) for (const name of Object.keys(attributes)) names.add(name);
  return text.replace(/\b[a-z]+(_[a-z]+)+\b/g, (name) => (names.has(name) ? propertyName(name) : name));
}
