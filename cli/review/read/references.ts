import { isList, type JsonObject, listIn, objectIn, textIn, textsIn } from './json';

/** The resources that the attributes of a resource refer to, by its address. For what is only known after apply. */
export interface References {
  /** Their addresses: with the index of the resource that refers, and without. */
  of(address: string, attribute: string): readonly (readonly string[])[];
}

export const INDEX = /\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g;

/** What the configuration part of a plan declares: resources by their addresses, without indexes. */
export function declaredIn(plan: JsonObject): ReadonlyMap<string, JsonObject> {
  const declared = new Map<string, JsonObject>();
  const collect = (module: JsonObject, path: string): void => {
    for (const resource of listIn(module.resources).map(objectIn)) declared.set(`${path}${textIn(resource.address) ?? ''}`, resource);
    for (const [name, call] of Object.entries(objectIn(module.module_calls)))
      collect(objectIn(objectIn(call).module), `${path}module.${name}.`);
  };
  collect(objectIn(objectIn(plan.configuration).root_module), '');
  return declared;
}

export function referencesIn(declared: ReadonlyMap<string, JsonObject>): References {
  return {
    of(address, attribute) {
      const resource = objectIn(declared.get(address.replace(INDEX, '')));
      const expression = expressionOf(objectIn(resource.expressions), attribute);
      const module = /^(?:module\.[^.[]+(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?\.)*/.exec(address)?.[0] ?? '';
      const index = /\[(?:"(?:[^"\\]|\\.)*"|\d+)\]$/.exec(address)?.[0] ?? '';
      const references = textsIn(expression.references);
      const named = [...namedIn(references), ...(references.includes('each.value') ? goneThrough(resource, attribute) : [])];
      return [...new Set(named)]
        .filter((reference) => !/^(each|var|local|count|path|self|module)\./.test(reference))
        .map((reference) => [`${module}${reference}${index}`, `${module}${reference}`]);
    },
  };
}

const namedIn = (references: readonly string[]): readonly string[] =>
  wholeOnes(references).flatMap(
    (reference) => /^(?:data\.)?[a-z0-9_]+\.[^.[]+(?:\[(?:"(?:[^"\\]|\\.)*"|[^\]]+)\])?/.exec(reference)?.[0] ?? [],
  );

/** What `each.value` may be, of `for_each = connect_user.team`: resources of a type that the attribute names, as `user_id` a `connect_user`. */
function goneThrough({ for_each_expression: forEach }: JsonObject, attribute: string): readonly string[] {
  const noun = attribute.replace(/_ids?$/, '');
  return namedIn(textsIn(objectIn(forEach).references)).filter((reference) =>
    /^(?:data\.)?([a-z0-9_]+)\./.exec(reference)?.[1]?.endsWith(`_${noun}`),
  );
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
