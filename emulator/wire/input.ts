import { operationOf, shapeOf } from '../model/api-model';
import { own } from '../own';
import { isObject, type Json, type JsonObject } from './json';
import { ServiceError } from './service-error';

/** Far beyond what any input needs, and far from what the stack can take. */
const MAX_DEPTH = 100;

const serialization = (message: string): ServiceError => new ServiceError('SerializationException', message);

/**
 * Collects an operation's input from where the model puts each member: path, query or body. As in all JSON services
 * of AWS a member that is null counts as absent, at any depth, and a member that the model does not know is ignored.
 */
export function readInput(operation: string, labels: Readonly<Record<string, string>>, query: URLSearchParams, body: string): JsonObject {
  const { input: name } = operationOf(operation);
  if (!name) return {};
  const members = Object.entries(shapeOf(name).members ?? {});
  const payload = members.some(([, reference]) => !reference.location) ? parseBody(body) : {};

  const input: Record<string, Json> = {};
  for (const [member, reference] of members) {
    const wireName = reference.locationName ?? member;
    const value =
      reference.location === 'uri'
        ? labels[wireName]
        : reference.location === 'querystring'
          ? queryValue(reference.shape, wireName, query)
          : present(reference.shape, payload[wireName]);
    if (value !== undefined) input[member] = value;
  }
  return input;
}

/** A value without the members that are null or unknown; one of another type than the model's is left for validation. */
function present(shapeName: string, value: Json | undefined, depth = 0): Json | undefined {
  if (value === undefined || value === null) return undefined;
  if (depth > MAX_DEPTH) throw serialization(`The request body is nested more than ${MAX_DEPTH} levels deep.`);
  const { type, members = {}, member } = shapeOf(shapeName);
  if (type === 'structure' && isObject(value)) {
    const parts = Object.entries(members).map(
      ([name, reference]) => [name, present(reference.shape, own(value, name), depth + 1)] as const,
    );
    return Object.fromEntries(parts.filter(([, part]) => part !== undefined));
  }
  // An entry of a list cannot be absent: null stays, and validation refuses it.
  if (type === 'list' && isArray(value) && member) return value.map((entry) => present(member.shape, entry, depth + 1) ?? null);
  return value;
}

const isArray = (value: Json): value is readonly Json[] => Array.isArray(value);

export function parseBody(body: string): JsonObject {
  if (!body.trim()) return {};
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw serialization('The request body is not valid JSON.');
  }
  if (!isObject(value)) throw serialization('The request body must be a JSON object.');
  return value;
}

/** Query names are matched with their exact case, as the service does. */
function queryValue(shapeName: string, name: string, query: URLSearchParams): Json | undefined {
  const shape = shapeOf(shapeName);
  if (shape.type === 'list') return query.has(name) ? query.getAll(name) : undefined;
  const text = query.get(name);
  if (text === null) return undefined;
  if (shape.type === 'integer' || shape.type === 'long') {
    if (!/^-?\d+$/.test(text)) throw serialization(`The query parameter ${name} must be an integer.`);
    return Number(text);
  }
  if (shape.type === 'boolean') return text === 'true';
  return text;
}
