import { isList, type JsonObject, listIn, objectIn, textIn, textsIn } from './json';

/** The resources that the attributes of a resource refer to, by its address. For what is only known after apply. */
export interface References {
  /** Their addresses: with the index of the resource that refers, and without. */
  of(address: string, attribute: string): readonly (readonly string[])[];
}

export const INDEX = /\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g;

/** From the configuration part of a plan. */
export function referencesIn(rootModule: JsonObject): References {
  const expressions = new Map<string, JsonObject>();
  const collect = (module: JsonObject, path: string): void => {
    for (const item of listIn(module.resources)) {
      const resource = objectIn(item);
      expressions.set(`${path}${textIn(resource.address) ?? ''}`, objectIn(resource.expressions));
    }
    for (const [name, call] of Object.entries(objectIn(module.module_calls)))
      collect(objectIn(objectIn(call).module), `${path}module.${name}.`);
  };
  collect(rootModule, '');
  return {
    of(address, attribute) {
      const expression = expressionOf(objectIn(expressions.get(address.replace(INDEX, ''))), attribute);
      const module = /^(?:module\.[^.[]+(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?\.)*/.exec(address)?.[0] ?? '';
      const index = /\[(?:"(?:[^"\\]|\\.)*"|\d+)\]$/.exec(address)?.[0] ?? '';
      const named = wholeOnes(textsIn(expression.references)).flatMap(
        (reference) => /^(?:data\.)?[a-z0-9_]+\.[^.[]+(?:\[(?:"(?:[^"\\]|\\.)*"|[^\]]+)\])?/.exec(reference)?.[0] ?? [],
      );
      return [...new Set(named)]
        .filter((reference) => !/^(each|var|local|count|path|self|module)\./.test(reference))
        .map((reference) => [`${module}${reference}${index}`, `${module}${reference}`]);
    },
  };
}

/** Terraform lists `user.team["ada"].user_id`, then what that begins with: `user.team["ada"]` and `user.team`, which would be everybody. */
const wholeOnes = (references: readonly string[]): readonly string[] =>
  references.filter((reference, index) => {
    const before = references[index - 1];
    return before === undefined || !(before.startsWith(`${reference}.`) || before.startsWith(`${reference}[`));
  });

/** Of the resource itself, or of a block that it has once. */
function expressionOf(expressions: JsonObject, attribute: string): JsonObject {
  const blocks = Object.values(expressions).flatMap((value) => (isList(value) && value.length === 1 ? value.map(objectIn) : []));
  return objectIn([expressions, ...blocks].find((one) => attribute in one)?.[attribute]);
}
