import type { PathStep } from '../../custom-resources/contract/diagnostic';
import type { Attribute, Block, Schema } from '../../custom-resources/contract/schema';
import type { Value, Values } from '../../custom-resources/contract/value';
import { isList, isObject } from '../codec/value-shape';

/** An attribute of a configuration or state, at the top or inside a block that is there. */
export class ConfigAttribute {
  constructor(
    readonly attribute: Attribute,
    readonly value: Value,
    private readonly block: readonly PathStep[],
    private readonly key: string,
  ) {}

  /** Elements of a set have no address: inside one, the path goes from the block to the attribute. */
  get path(): readonly PathStep[] {
    return [...this.block, this.key];
  }

  /** For people: `phone_config.auto_accept`. */
  get name(): string {
    return [...this.block.slice(0, 1), this.key].join('.');
  }
}

export function* configAttributes(schema: Schema, config: Values): Generator<ConfigAttribute> {
  yield* attributesOf(schema.attributes, config, []);
  for (const [name, block] of Object.entries(schema.blocks)) {
    for (const { values, path } of elementsOf(name, block, config[name] ?? null)) yield* attributesOf(block.attributes, values, path);
  }
}

function* attributesOf(attributes: Schema['attributes'], values: Values, block: readonly PathStep[]): Generator<ConfigAttribute> {
  for (const [name, attribute] of Object.entries(attributes)) yield new ConfigAttribute(attribute, values[name] ?? null, block, name);
}

/** The known elements of a block. */
function elementsOf(name: string, { nesting }: Block, value: Value): { values: Values; path: readonly PathStep[] }[] {
  if (isObject(value)) return [{ values: value, path: [name] }];
  if (!isList(value)) return [];
  return value.flatMap((values, index) => (isObject(values) ? [{ values, path: nesting === 'list' ? [name, index] : [name] }] : []));
}
