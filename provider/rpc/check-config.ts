/** What a schema alone can tell about a configuration. Knows no resource. Unknown parts pass: they come again. */
import { errorAt, type Diagnostic } from '../../custom-resources/contract/diagnostic';
import type { Block, Schema } from '../../custom-resources/contract/schema';
import { isWhollyKnown, type Value, type Values } from '../../custom-resources/contract/value';
import { isList } from '../codec/value-shape';
import { configAttributes, type ConfigAttribute } from './config-attributes';

export function checkConfig(schema: Schema, config: Values): Diagnostic[] {
  return [
    ...[...configAttributes(schema, config)].flatMap(checkAttribute),
    ...Object.entries(schema.blocks).flatMap(([name, block]) => checkCount(name, block, config[name] ?? null)),
  ];
}

function checkAttribute({ attribute, value, path, name }: ConfigAttribute): Diagnostic[] {
  if (value === null) {
    if (attribute.presence !== 'required') return [];
    return [errorAt(path, `Missing ${name}`, `${name} is required. Set it.`)];
  }
  const problem = isWhollyKnown(value) ? attribute.check?.(value) : undefined;
  if (problem === undefined) return [];
  return [errorAt(path, `Invalid ${name}`, `${name} ${sentence(problem)}`)];
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

function checkCount(name: string, { min = 0, max = Infinity }: Block, value: Value): Diagnostic[] {
  const count = isList(value) ? value.length : value === null ? 0 : undefined;
  if (count === undefined) return [];
  if (count < min) return [errorAt([name], `Too few ${name} blocks`, `${blocks(name, min)} or more must be there; there are ${count}.`)];
  if (count > max) return [errorAt([name], `Too many ${name} blocks`, `${blocks(name, max)} or fewer may be there; there are ${count}.`)];
  return [];
}

const blocks = (name: string, count: number): string => `${count} ${name} ${count === 1 ? 'block' : 'blocks'}`;
