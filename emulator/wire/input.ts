import { operationOf, shapeOf } from '../model/api-model';
import { isObject, type Json, type JsonObject } from './json';
import { ServiceError } from './service-error';

const serialization = (message: string): ServiceError => new ServiceError('SerializationException', message);

/** Collects an operation's input from where the model puts each member: path, query or body. */
export function readInput(operation: string, labels: Readonly<Record<string, string>>, query: URLSearchParams, body: string): JsonObject {
  const { input: name } = operationOf(operation);
  if (!name) return {};
  const members = Object.entries(shapeOf(name).members ?? {});
  const payload = members.some(([, reference]) => !reference.location) ? parseBody(body) : {};

  const input: Record<string, Json> = {};
  for (const [member, reference] of members) {
    const wireName = reference.locationName ?? member;
    const value = reference.location === 'uri' ? labels[wireName] : reference.location === 'querystring' ? queryValue(reference.shape, wireName, query) : payload[wireName];
    if (value !== undefined && value !== null) input[member] = value;
  }
  return input;
}

function parseBody(body: string): JsonObject {
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
