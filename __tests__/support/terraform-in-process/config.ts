import type { Schema } from '../../../custom-resources/contract/schema';
import { UNKNOWN, type Value, type Values } from '../../../custom-resources/contract/value';
import type { Body, Declaration } from '../terraform/contact-centre';
import { dataSourceOf, resourceOf } from './provider';

/** A resource of a configuration in Terraform's JSON. */
export interface Declared {
  readonly address: string;
  readonly type: string;
  readonly schema: Schema;
  readonly body: Body;
  /** The addresses that it refers to. */
  readonly needs: readonly string[];
}

const REFERENCE = /^\$\{((?:data\.)?[a-z_]+\.\w+)\.(\w+)\}$/;

export const declaredIn = ({ resource }: Declaration): readonly Declared[] => declaredAmong(resource, '', resourceOf);

/** The data sources. */
export const readIn = ({ data }: Declaration): readonly Declared[] => declaredAmong(data, 'data.', dataSourceOf);

/** By address, the id that an import block gives. */
export const importedIn = (declaration: Declaration): ReadonlyMap<string, string> =>
  new Map(((declaration.import ?? []) as readonly { readonly to: string; readonly id: string }[]).map(({ to, id }) => [to, id]));

function declaredAmong(things: unknown, prefix: string, definitionOf: (type: string) => { readonly schema: Schema }): readonly Declared[] {
  const types = Object.entries((things ?? {}) as Readonly<Record<string, Readonly<Record<string, Body>>>>);
  return types.flatMap(([type, bodies]) =>
    Object.entries(bodies).map(([name, body]) => {
      const needs = textsIn(body).flatMap((text) => REFERENCE.exec(text)?.[1] ?? []);
      return { address: `${prefix}${type}.${name}`, type, schema: definitionOf(type).schema, body, needs };
    }),
  );
}

/** All texts in a body, at any depth. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The configuration as the provider is given it; what `valuesOf` does not know yet is unknown. A block that is written as one object is a list of one. */
export function configOf({ schema: { blocks }, body }: Declared, valuesOf: (address: string) => Values | undefined): Values {
  const resolved = (value: unknown): Value => {
    const [, address, attribute] = (typeof value === 'string' && REFERENCE.exec(value)) || [];
    if (address !== undefined && attribute !== undefined) return valuesOf(address)?.[attribute] ?? UNKNOWN;
    if (Array.isArray(value)) return value.map(resolved);
    if (typeof value !== 'object' || value === null) return value as Value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, resolved(part)]));
  };
  return Object.fromEntries(
    Object.entries(body)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]): [string, Value] => {
        const isOne = blocks[name] && blocks[name].nesting !== 'single' && !Array.isArray(value);
        return [name, resolved(isOne ? [value] : value)];
      }),
  );
}
