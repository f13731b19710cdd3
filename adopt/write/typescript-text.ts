import { replaceUnseen } from '../../custom-resources/contract/visible';

/** Values as TypeScript writes them, in the form that Prettier gives short ones. */

/** Code that is written as it stands. */
export class Code {
  constructor(readonly text: string) {}
}

export type TsValue = string | number | boolean | Code | readonly TsValue[] | { readonly [name: string]: TsValue };

/** A text that means itself, and of which the reader of the code sees all: CDKTF hands "${" on to Terraform, which would take it for an expression. */
export const text = (value: string): string => {
  const literal = value.replace(/([$%])\{/g, '$1$1{');
  const quoted = replaceUnseen(JSON.stringify(literal), escaped);
  return quoted.includes("'") ? quoted : `'${quoted.slice(1, -1).replaceAll('\\"', '"')}'`;
};

const escaped = (character: string): string =>
  character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

export function valueText(value: TsValue): string {
  if (value instanceof Code) return value.text;
  if (typeof value === 'string') return text(value);
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map(valueText).join(', ')}]`;
  const entries = Object.entries(value).map(([name, one]) => propertyText(name, one));
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

const propertyText = (name: string, value: TsValue): string =>
  value instanceof Code && value.text === name ? name : `${property(name)}: ${valueText(value)}`;

/** Properties one below the other. */
export const linesOf = (properties: Readonly<Record<string, TsValue>>, indent: string): string =>
  Object.entries(properties)
    .map(([name, value]) => `${indent}${propertyText(name, value)},\n`)
    .join('');

/** The name of a property; `__proto__` would be no property of its own. */
export const property = (name: string): string =>
  name === '__proto__' ? `['__proto__']` : /^[a-zA-Z_$][\w$]*$/.test(name) ? name : text(name);

/** The package whose constructs the code uses. */
export const PACKAGE = 'cdktf-amazon-connect';

export const importing = (names: readonly string[], module: string): string => `import { ${names.join(', ')} } from ${text(module)};\n`;

const isList = (value: object): value is readonly TsValue[] => Array.isArray(value);

/** `after_contact_work_time_limit` as CDKTF calls it. */
export const camelCase = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
