import { operationOf, shapeOf } from '../model/api-model';

/**
 * Shapes a handler's answer by the model: only modelled members, in the model's order, absent ones left
 * out, timestamps from milliseconds to epoch seconds; nothing where the model has no output. An answer that does not fit is a bug and throws.
 */
export function shapeOutput(operation: string, value: object | undefined): object | undefined {
  const { output } = operationOf(operation);
  return output ? structure(output, value ?? {}) : undefined;
}

interface Member {
  readonly name: string;
  readonly wireName: string;
  readonly shape: string;
}

const membersOf = new Map<string, readonly Member[]>();

function members(name: string): readonly Member[] {
  const known = membersOf.get(name);
  if (known) return known;
  const found = Object.entries(shapeOf(name).members ?? {}).map(([member, { shape, locationName = member }]) => ({
    name: member,
    wireName: locationName,
    shape,
  }));
  membersOf.set(name, found);
  return found;
}

function structure(shapeName: string, value: object): Record<string, unknown> {
  const source = value as Readonly<Record<string, unknown>>;
  const shaped: Record<string, unknown> = {};
  for (const { name, wireName, shape } of members(shapeName)) {
    const part = source[name];
    if (part !== undefined) shaped[wireName] = shapeValue(shape, part, name);
  }
  return shaped;
}

function shapeValue(name: string, value: unknown, path: string): unknown {
  const shape = shapeOf(name);
  switch (shape.type) {
    case 'structure':
      if (typeof value !== 'object' || value === null) throw misfit(path, name);
      return structure(name, value);
    case 'list':
      if (!Array.isArray(value)) throw misfit(path, name);
      return value.map((entry: unknown) => shapeValue(shape.member?.shape ?? '', entry, path));
    case 'timestamp':
      if (typeof value !== 'number') throw misfit(path, name);
      return Math.round(value) / 1000;
    case 'map':
      if (typeof value !== 'object' || value === null) throw misfit(path, name);
      return value;
    case 'string':
      if (typeof value !== 'string') throw misfit(path, name);
      return value;
    case 'boolean':
      if (typeof value !== 'boolean') throw misfit(path, name);
      return value;
    default:
      if (typeof value !== 'number') throw misfit(path, name);
      return value;
  }
}

const misfit = (member: string, shape: string): Error => new Error(`The answer's ${member} is not a ${shape}.`);
