/**
 * The extract of Amazon Connect's API model, typed. Routing, validation and response shaping read it;
 * nothing else states a path, a member or a constraint. It knows nothing of state or HTTP.
 */
import extract from './connect-2017-08-08.json';

export interface ApiModel {
  readonly apiVersion: string;
  readonly operations: Readonly<Record<string, OperationModel>>;
  /** Those that the service has and the emulator does not serve. */
  readonly otherOperations: Readonly<Record<string, OperationPath>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

export interface OperationPath {
  readonly method: string;
  readonly requestUri: string;
}

export interface OperationModel extends OperationPath {
  readonly input?: string;
  readonly output?: string;
  readonly errors: readonly string[];
}

export interface Shape {
  readonly type: string;
  readonly required?: readonly string[];
  readonly members?: Readonly<Record<string, ShapeReference>>;
  readonly member?: ShapeReference;
  readonly key?: ShapeReference;
  readonly value?: ShapeReference;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly sensitive?: boolean;
  readonly error?: { readonly httpStatusCode: number };
}

export interface ShapeReference {
  readonly shape: string;
  readonly location?: string;
  readonly locationName?: string;
}

export const model: ApiModel = extract;

export function shapeOf(name: string): Shape {
  const shape = model.shapes[name];
  if (!shape) throw new Error(`The model has no shape ${name}.`);
  return shape;
}

export function operationOf(name: string): OperationModel {
  const operation = model.operations[name];
  if (!operation) throw new Error(`The model has no operation ${name}.`);
  return operation;
}

const patterns = new Map<string, RegExp>();

/**
 * A pattern as it is meant: the model wraps one in slashes and doubles the backslashes of another, and
 * the service matches whole values whether or not a pattern is anchored.
 */
export function patternOf(source: string): RegExp {
  const known = patterns.get(source);
  if (known) return known;
  const bare = source.replace(/^\/(.*)\/$/s, '$1').replaceAll('\\\\', '\\');
  const pattern = new RegExp(`^(?:${bare})$`, 'u');
  patterns.set(source, pattern);
  return pattern;
}
