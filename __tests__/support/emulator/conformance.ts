import { model, type Shape } from '../../../emulator/model/api-model';
import type { Exchange } from './wire';

/** The service itself goes beyond the model here: a page of members may be longer, and tags may be empty. */
const LOOSE_SHAPES = new Set(['TrafficDistributionGroupUserSummaryList', 'TagMap']);

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  integer: (value) => Number.isInteger(value),
  long: (value) => Number.isInteger(value),
  float: (value) => typeof value === 'number',
  double: (value) => typeof value === 'number',
  // Epoch seconds of this century; milliseconds would be far beyond.
  timestamp: (value) => typeof value === 'number' && value > 946_684_800 && value < 4_102_444_800,
  structure: isRecord,
  map: isRecord,
  list: Array.isArray,
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is wrong with a value by the model, as readable lines. */
export function violations(shapeName: string, value: unknown, path = shapeName): readonly string[] {
  const shape = model.shapes[shapeName];
  if (!shape) return [`${path}: no shape ${shapeName}`];
  if (!TYPES[shape.type]?.(value)) return [`${path}: ${JSON.stringify(value)} is not a ${shape.type}`];
  const own = LOOSE_SHAPES.has(shapeName) ? [] : constraintViolations(shape, value, path);
  if (isRecord(value) && shape.type === 'structure') return [...own, ...memberViolations(shape, value, path)];
  if (isRecord(value))
    return [
      ...own,
      ...Object.entries(value).flatMap(([key, entry]) => [
        ...violations(shape.key?.shape ?? '', key, path),
        ...violations(shape.value?.shape ?? '', entry, path),
      ]),
    ];
  if (Array.isArray(value))
    return [...own, ...value.flatMap((entry: unknown, index) => violations(shape.member?.shape ?? '', entry, `${path}[${index}]`))];
  return own;
}

function memberViolations(shape: Shape, value: Record<string, unknown>, path: string): readonly string[] {
  const members = Object.entries(shape.members ?? {});
  const wireNames = new Set(members.map(([name, { locationName }]) => locationName ?? name));
  return [
    ...Object.keys(value).flatMap((name) => (wireNames.has(name) ? [] : [`${path}.${name} is not in the model`])),
    ...(shape.required ?? []).flatMap((name) => (value[name] === undefined ? [`${path}.${name} is missing`] : [])),
    ...members.flatMap(([name, { shape: member, locationName }]) => {
      const part = value[locationName ?? name];
      return part === undefined ? [] : violations(member, part, `${path}.${name}`);
    }),
  ];
}

function constraintViolations(shape: Shape, value: unknown, path: string): readonly string[] {
  const size =
    typeof value === 'number'
      ? value
      : typeof value === 'string' || Array.isArray(value)
        ? value.length
        : isRecord(value)
          ? Object.keys(value).length
          : 0;
  return [
    ...(shape.min !== undefined && size < shape.min ? [`${path} is below ${shape.min}`] : []),
    ...(shape.max !== undefined && size > shape.max ? [`${path} is above ${shape.max}`] : []),
    ...(shape.enum && !shape.enum.includes(String(value)) ? [`${path} is not one of ${shape.enum.join(', ')}`] : []),
  ];
}

/** What is wrong with a request: method, path, places and values of all members. */
export function requestViolations(operation: string, exchange: Exchange): readonly string[] {
  const expected = model.operations[operation];
  if (!expected?.input) return [`${operation} has no input`];
  const template = new RegExp(`^${expected.requestUri.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
  const labels = template.exec(exchange.path);
  if (exchange.method !== expected.method || !labels)
    return [`${exchange.method} ${exchange.path} is not ${expected.method} ${expected.requestUri}`];
  const body: unknown = exchange.requestBody ? JSON.parse(exchange.requestBody) : {};
  const input: Record<string, unknown> = { ...(isRecord(body) ? body : {}) };
  const members = model.shapes[expected.input]?.members ?? {};
  for (const [name, { location, locationName = name, shape }] of Object.entries(members)) {
    const label = location === 'uri' ? labels.groups?.[locationName] : undefined;
    if (label !== undefined) input[locationName] = decodeURIComponent(label);
    const values = location === 'querystring' ? exchange.query[locationName] : undefined;
    if (values === undefined || values === null) continue;
    const type = model.shapes[shape]?.type;
    input[locationName] = type === 'list' ? [values].flat() : type === 'integer' ? Number(values) : values;
  }
  const strayQuery = Object.keys(exchange.query).filter(
    (name) =>
      !Object.entries(members).some(([key, { location, locationName = key }]) => location === 'querystring' && locationName === name),
  );
  return [...strayQuery.map((name) => `the query ${name} is not in the model`), ...violations(expected.input, input)];
}

/** What is wrong with a successful answer. */
export function responseViolations(operation: string, { status, responseBody, headers }: Exchange): readonly string[] {
  const output = model.operations[operation]?.output;
  const missing = ['x-amzn-requestid', 'date'].filter((name) => !headers[name]).map((name) => `there is no header ${name}`);
  if (status !== 200) return [`the status is ${status}`];
  if (!output) return responseBody === '' ? missing : ['an answer without output must be empty'];
  return [...missing, ...violations(output, JSON.parse(responseBody))];
}
