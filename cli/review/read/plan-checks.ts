import { isObject, type Json, type JsonObject, objectIn, textIn, textsIn } from './json';
import { INDEX } from './references';

const PROVIDER = /\/cdktf-amazon-connect\/connect$/;

/** Whether the provider of a resource, by its address, may have been told to check no plans (`plan_checks`). */
export type MayLeaveOutChecks = (address: string) => boolean;

/**
 * From the configuration part of a plan. What is declared no more tells no provider: it may be any. So may a value be that only Terraform
 * knows, such as a local one.
 */
export function checksLeftOut(plan: JsonObject, declared: ReadonlyMap<string, JsonObject>): MayLeaveOutChecks {
  const { provider_config: providers } = objectIn(plan.configuration);
  const without = new Set(
    Object.entries(objectIn(providers)).flatMap(([key, provider]) => {
      const { full_name: name, expressions } = objectIn(provider);
      const isOurs = PROVIDER.test(textIn(name) ?? '');
      return isOurs && !isOn(objectIn(expressions).plan_checks, key.includes(':') ? {} : objectIn(plan.variables)) ? [key] : [];
    }),
  );
  if (without.size === 0) return () => false;
  return (address) => {
    const resource = declared.get(address.replace(INDEX, ''));
    return resource === undefined || without.has(textIn(resource.provider_config_key) ?? '');
  };
}

/** @param variables of the module that the expression stands in, as far as they are known */
function isOn(expression: Json | undefined, variables: JsonObject): boolean {
  if (!isObject(expression)) return true;
  const [name] = textsIn(expression.references).flatMap((reference) => /^var\.([^.[]+)$/.exec(reference)?.[1] ?? []);
  const value = 'constant_value' in expression ? expression.constant_value : name === undefined ? false : objectIn(variables[name]).value;
  // Null is as if nothing were said.
  return value === true || value === 'true' || value === null;
}
