import { replaceUnseen } from '../../custom-resources/contract/visible';

/** Terraform's own language, as `terraform fmt` writes it. */

/** An expression that is written as it stands: a reference. */
export class Expression {
  constructor(readonly text: string) {}
}

export type HclValue = string | number | boolean | Expression | readonly HclValue[] | { readonly [key: string]: HclValue };

export interface HclBody {
  readonly attributes: Readonly<Record<string, HclValue>>;
  readonly blocks?: readonly HclBlock[];
}

export interface HclBlock extends HclBody {
  /** `resource "connect_user" "ada"`: the type, then the labels. */
  readonly header: readonly [string, ...string[]];
}

/** Lists of references longer than this stand one below the other. */
const LINE = 100;

export function blockText({ header: [type, ...labels], ...body }: HclBlock, depth = 0): string {
  const inner = [attributesText(body.attributes, depth + 1), ...(body.blocks ?? []).map((block) => blockText(block, depth + 1))];
  const head = `${indent(depth)}${[type, ...labels.map((label) => quoted(label))].join(' ')} {`;
  const filled = inner.filter((text) => text !== '');
  return filled.length === 0 ? `${head}}\n` : `${head}\n${filled.join('\n')}${indent(depth)}}\n`;
}

/** Equals signs stand below each other as long as no value has several lines, as `terraform fmt` wants it. */
function attributesText(attributes: Readonly<Record<string, HclValue>>, depth: number): string {
  const entries = Object.entries(attributes).map(([name, value]) => ({ name, text: valueText(value, depth) }));
  const runs: (typeof entries)[] = [];
  let open = false;
  for (const entry of entries) {
    const long = entry.text.includes('\n');
    if (open && !long) runs.at(-1)?.push(entry);
    else runs.push([entry]);
    open = !long;
  }
  return runs
    .map((run) => {
      const width = Math.max(...run.map(({ name }) => name.length));
      return run.map(({ name, text }) => `${indent(depth)}${name.padEnd(width)} = ${text}\n`).join('');
    })
    .join('');
}

function valueText(value: HclValue, depth: number): string {
  if (value instanceof Expression) return value.text;
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object') return String(value);
  if (isList(value)) {
    const texts = value.map((element) => valueText(element, depth + 1));
    const line = `[${texts.join(', ')}]`;
    return line.length <= LINE ? line : `[\n${texts.map((text) => `${indent(depth + 1)}${text},\n`).join('')}${indent(depth)}]`;
  }
  const entries = Object.entries(value).map(([key, element]) => [/^[a-zA-Z_][\w-]*$/.test(key) ? key : quoted(key), element] as const);
  if (entries.length === 0) return '{}';
  const width = Math.max(...entries.map(([key]) => key.length));
  const lines = entries.map(([key, element]) => `${indent(depth + 1)}${key.padEnd(width)} = ${valueText(element, depth + 1)}\n`);
  return `{\n${lines.join('')}${indent(depth)}}`;
}

const isList = (value: object): value is readonly HclValue[] => Array.isArray(value);

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '"': '\\"', '\\': '\\\\' };

/** A string that means itself: no template begins in it, and who reads the code sees all of it. */
export const quoted = (text: string): string =>
  `"${replaceUnseen(
    text.replace(/["\\\n\r\t]/g, (character) => ESCAPES[character] ?? character),
    escaped,
  ).replace(/([$%])\{/g, '$1$1{')}"`;

function escaped(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  return hex.length > 4 ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
}

const indent = (depth: number): string => '  '.repeat(depth);
