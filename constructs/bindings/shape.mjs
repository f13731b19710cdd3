/*
 * What CDKTF's generator does not do to a class: types that say what there is, hovers for everything, and
 * helper objects for blocks only when they are asked for (each takes a stack trace; most are never used).
 */

/**
 * @param code of one construct, as CDKTF's generator writes it
 * @param name of its class
 * @param schema ours
 * @param names of all attributes and blocks of the provider, as `namesIn` gives them: texts speak of those of others, too
 */
export function shape(code, name, schema, names) {
  const partOf = parts(name, schema);
  const lines = [];
  let part;
  let writeOnly = false;
  const all = code.split('\n');
  for (const [index, line] of all.entries()) {
    const begins = /^export (?:interface|class) (\w+)/.exec(line);
    if (begins) part = partOf.get(begins[1]);
    const what = part && /^ {2}(readonly|private|public override set|public override get|public set|public get) _?(\w+)/.exec(line);
    const attribute = what && part.get(what[2]);
    if (!attribute) lines.push(/^\s*\*/.test(line) ? withPropertyNames(line, names) : writeOnly ? `    return undefined;` : line);
    else if (what[1] === 'readonly') {
      const [end] = lines.splice(-1);
      lines.push(...defaultOf(attribute, names), end, typed(line, attribute).replace(/(\?: .*);$/, '$1 | undefined;'));
    } else if (!what[1].endsWith('get')) lines.push(typed(line, attribute));
    else lines.push(...hover(attribute, names), line.replace('()', `()${/Attribute\(/.test(all[index + 1] ?? '') ? read(attribute) : ''}`));
    writeOnly = Boolean(attribute?.writeOnly) && what[1].endsWith('get');
  }
  const shaped = withoutUndeclared(lazyBlocks(lines.join('\n')));
  const imports = [...(/\bExpression\b/.test(shaped) ? [`import type { Expression } from '../expression';`] : []), ...helpers(shaped)];
  return shaped.replace(/^import \* as cdktf .*$/m, (line) => [line, ...imports].join('\n'));
}

function helpers(code) {
  const used = ['blockValue', 'declared'].filter((helper) => code.includes(`${helper}(`));
  return used.length > 0 ? [`import { ${used.join(', ')} } from '../block-value';`] : [];
}

/** What is left out is not even named. */
const withoutUndeclared = (code) =>
  code.replace(
    /(synthesizeAttributes\(\): .*\{\n|^export function \w+ToTerraform\([^]*?)( *)return (\{\n(?:[^]*?\n)??\2\});?\n/gm,
    (_, before, indent, attributes) => `${before}${indent}return declared(${attributes});\n`,
  );

const camel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());

const pascal = (name) => camel(`_${name}`);

/** The attributes and blocks of each interface and class, by property. */
function parts(name, { attributes, blocks }) {
  const byProperty = (entries) => new Map(Object.entries(entries).map(([key, one]) => [camel(key), one]));
  const top = byProperty({ ...attributes, ...blocks });
  return new Map([
    [`${name}Config`, top],
    [name, top],
    ...Object.entries(blocks).flatMap(([key, block]) => {
      const part = byProperty(block.attributes);
      return [
        [`${name}${pascal(key)}`, part],
        [`${name}${pascal(key)}OutputReference`, part],
      ];
    }),
  ]);
}

/** What Terraform calls the attributes and blocks of schemas, and what objects hold. */
export const namesIn = (schemas) =>
  new Set(
    schemas.flatMap(({ attributes, blocks }) => [
      ...Object.keys(blocks),
      ...[{ attributes }, ...Object.values(blocks)].flatMap((part) =>
        Object.entries(part.attributes).flatMap(([name, { type }]) => [name, ...Object.keys(type?.list?.object ?? {})]),
      ),
    ]),
  );

/** Texts speak of attributes by Terraform's names; programs know them by others. */
const withPropertyNames = (text, names) => text.replace(/\b[a-z]+(_[a-z]+)+\b/g, (name) => (names.has(name) ? camel(name) : name));

/** Only what is there to be left out has a default. */
function defaultOf({ presence, min, nesting, description, default: value }, names) {
  if (nesting ? min > 0 : !presence.startsWith('optional')) return [];
  const said = /Defaults to (.+?)\.(?=\s|$)/.exec(description)?.[1];
  return [`  * @default ${value === undefined ? `- ${withPropertyNames(said ?? 'none', names)}` : JSON.stringify(value)}`];
}

const hover = ({ description, writeOnly }, names) => [
  '  /**',
  `  * ${withPropertyNames(description, names)}${writeOnly ? ' It cannot be read back.' : ''}`,
  '  */',
];

/** What reading gives, where setting takes more than that. */
function read({ check, type, writeOnly }) {
  if (writeOnly) return ': undefined';
  if (check?.allowed) return ': string';
  return type?.list === 'string' || type?.set === 'string' ? ': string[]' : '';
}

/** Words in place of `string` where only these are right, and lists that are not changed. */
function typed(line, { check }) {
  const words = check?.allowed?.map((word) => `'${word}'`).join(' | ');
  const union = words ? line.replace(/: string\b/, `: ${words} | Expression`) : line;
  return union.replace(/: ([\w.]+)\[\]/, ': readonly $1[]');
}

/** The value of a block is kept as it was given; the object that refers to it is made when a program asks for it. */
function lazyBlocks(generated) {
  const code = generated.replace(/: (\w+)\[\] \| cdktf\.IResolvable/g, ': readonly $1[] | cdktf.IResolvable');
  const blocks = [...code.matchAll(/^ {2}private _(\w+) = new ([\w.]+)\(this, (.*)\);$/gm)];
  return blocks.reduce((text, [field, name, type, args]) => {
    const value = new RegExp(`public put\\w+\\(value: (.*)\\) \\{\\n {4}this\\._${name}\\.internalValue`).exec(text)?.[1];
    if (value === undefined)
      return text
        .replace(field, `  private _${name}?: ${type};`)
        .replace(`    return this._${name};`, `    return (this._${name} ??= new ${type}(this, ${args}));`);
    return text
      .replace(field, `  private _${name}?: ${value};\n  private _${name}Reference?: ${type};`)
      .replace(
        `    return this._${name};\n`,
        [
          `    if (this._${name}Reference === undefined) {`,
          `      this._${name}Reference = new ${type}(this, ${args});`,
          `      this._${name}Reference.internalValue = this._${name};`,
          `    }`,
          `    return this._${name}Reference;\n`,
        ].join('\n'),
      )
      .replaceAll(
        `    this._${name}.internalValue = value;`,
        `    this._${name} = value;\n    if (this._${name}Reference) this._${name}Reference.internalValue = value;`,
      )
      .replaceAll(
        `    this._${name}.internalValue = undefined;`,
        `    this._${name} = undefined;\n    if (this._${name}Reference) this._${name}Reference.internalValue = undefined;`,
      )
      .replaceAll(`this._${name}.internalValue = config.`, `this._${name} = config.`)
      .replaceAll(`this._${name}.internalValue`, `this.${name}Input`)
      .replace(
        `    return this.${name}Input;`,
        `    return this._${name}Reference ? this._${name}Reference.internalValue : blockValue(this._${name});`,
      );
  }, code);
}
