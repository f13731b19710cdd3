/** What a schema alone can tell about a configuration. Knows no resource. Unknown parts pass: they come again. */
import { errorAt, type Diagnostic } from '../../custom-resources/contract/diagnostic';
import type { Block, Schema } from '../../custom-resources/contract/schema';
import { isWhollyKnown, type Value, type Values } from '../../custom-resources/contract/value';
import { isList } from '../codec/value-shape';
import { configAttributes, type ConfigAttribute } from './config-attributes';

export function checkConfig(schema: Schema, config: Values): Diagnostic[] {
  const found: (Diagnostic | undefined)[] = [];
  for (const attribute of configAttributes(schema, config)) found.push(checkAttribute(attribute));
  for (const [name, block] of Object.entries(schema.blocks)) found.push(checkCount(name, block, config[name] ?? null));
  return found.filter((diagnostic) => diagnostic !== undefined);
}

/** Whether all is there that the schema requires, known or not. */
export const isComplete = (schema: Schema, config: Values): boolean =>
  ![...configAttributes(schema, config)].some(({ attribute, value }) => attribute.presence === 'required' && value === null);

function checkAttribute(of: ConfigAttribute): Diagnostic | undefined {
  const { attribute, value } = of;
  if (value === null) {
    if (attribute.presence !== 'required') return undefined;
    return errorAt(of.path, `Missing ${of.name}`, `${of.name} is required. Set it.`);
  }
  const problem = attribute.check && isWhollyKnown(value) ? attribute.check(value) : undefined;
  return problem === undefined ? undefined : errorAt(of.path, `Invalid ${of.name}`, `${of.name} ${sentence(problem)}`);
}

/** Refuses write-only values from a Terraform that would store them like any other. */
export const checkWriteOnly = (schema: Schema, config: Values): Diagnostic[] =>
  [...configAttributes(schema, config)]
    .filter(({ attribute, value }) => attribute.writeOnly && value !== null)
    .map(({ path, name }) =>
      errorAt(
        path,
        `${name} needs Terraform 1.11`,
        `${name} is write-only: it must not be stored, and this version of Terraform would store it. ` +
          'Use Terraform 1.11 or later, or leave the attribute out.',
      ),
    );

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

function checkCount(name: string, { min = 0, max = Infinity }: Block, value: Value): Diagnostic | undefined {
  const count = isList(value) ? value.length : value === null ? 0 : undefined;
  if (count === undefined) return undefined;
  if (count < min) return errorAt([name], `Too few ${name} blocks`, `${blocks(name, min)} or more must be there; there are ${count}.`);
  if (count > max) return errorAt([name], `Too many ${name} blocks`, `${blocks(name, max)} or fewer may be there; there are ${count}.`);
  return undefined;
}

const blocks = (name: string, count: number): string => `${count} ${name} ${count === 1 ? 'block' : 'blocks'}`;
