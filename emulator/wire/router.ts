/**
 * The way in: which operation a method and path mean. Nothing in this folder knows the state; it knows the
 * model and how requests and answers are written.
 */
import { model } from '../model/api-model';

export interface Match {
  readonly operation: string;
  /** Whether the emulator serves the operation, or only knows that the service does. */
  readonly served: boolean;
  /** Path labels by member name, percent-decoded. */
  readonly labels: Readonly<Record<string, string>>;
}

interface Route extends Pick<Match, 'operation' | 'served'> {
  readonly segments: readonly string[];
}

const routes = new Map<string, Route[]>();
for (const served of [true, false]) {
  for (const [operation, { method, requestUri }] of Object.entries(served ? model.operations : model.otherOperations)) {
    const segments = requestUri.split('/').slice(1);
    const key = keyOf(method, segments);
    routes.set(key, [...(routes.get(key) ?? []), { operation, served, segments }]);
  }
}

/** All routes of the model start with a literal segment, so method, that segment and the depth narrow them to a few. */
function keyOf(method: string, segments: readonly string[]): string {
  return `${method} ${segments[0] ?? ''} ${segments.length}`;
}

/** The operation that a method and raw (still encoded) path mean; an encoded slash does not split a label. */
export function route(method: string, path: string): Match | undefined {
  const segments = path.split('/').slice(1);
  for (const candidate of routes.get(keyOf(method, segments)) ?? []) {
    const labels = match(candidate.segments, segments);
    if (labels) return { operation: candidate.operation, served: candidate.served, labels };
  }
  return undefined;
}

function match(template: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  const labels: Record<string, string> = {};
  for (const [index, expected] of template.entries()) {
    const actual = segments[index] ?? '';
    if (!expected.startsWith('{')) {
      if (actual !== expected) return undefined;
      continue;
    }
    const label = decode(actual);
    if (!label) return undefined;
    labels[expected.slice(1, -1)] = label;
  }
  return labels;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
