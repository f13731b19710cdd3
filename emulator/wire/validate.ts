import { operationOf, patternOf, shapeOf, type Shape } from '../model/api-model';
import { isObject, type Json, type JsonObject } from './json';
import { invalidRequest, ServiceError } from './service-error';

/**
 * Checks an input against the model. A wrong JSON type is a SerializationException, a missing member an
 * InvalidRequestException, and a broken constraint an InvalidParameterException, or an
 * InvalidRequestException where the operation does not declare that. Messages never repeat values.
 */
export function validate(operation: string, input: JsonObject): void {
  const { input: name, errors } = operationOf(operation);
  const code = errors.includes('InvalidParameterException') ? 'InvalidParameterException' : 'InvalidRequestException';
  if (name) new Validation(code).structure(shapeOf(name), input, '');
}

class Validation {
  constructor(private readonly constraintCode: string) {}

  structure(shape: Shape, value: JsonObject, path: string): void {
    for (const member of shape.required ?? []) {
      if (value[member] === undefined || value[member] === null) throw invalidRequest(`${join(path, member)} is required.`);
    }
    for (const [member, reference] of Object.entries(shape.members ?? {})) {
      const part = value[member];
      if (part !== undefined && part !== null) this.value(reference.shape, part, join(path, member));
    }
  }

  private value(name: string, value: Json, path: string): void {
    const shape = shapeOf(name);
    switch (shape.type) {
      case 'structure':
        if (!isObject(value)) throw wrongType(path, 'an object');
        return this.structure(shape, value, path);
      case 'list':
        if (!isArray(value)) throw wrongType(path, 'a list');
        this.bounds(shape, value.length, path, 'entries');
        value.forEach((entry, index) => this.value(shape.member?.shape ?? '', entry, `${path}[${index}]`));
        return;
      case 'map':
        if (!isObject(value)) throw wrongType(path, 'an object');
        this.bounds(shape, Object.keys(value).length, path, 'entries');
        for (const [key, entry] of Object.entries(value)) {
          this.value(shape.key?.shape ?? '', key, `a key of ${path}`);
          this.value(shape.value?.shape ?? '', entry ?? null, `a value of ${path}`);
        }
        return;
      case 'string':
        if (typeof value !== 'string') throw wrongType(path, 'a string');
        return this.text(shape, value, path);
      case 'boolean':
        if (typeof value !== 'boolean') throw wrongType(path, 'a boolean');
        return;
      default:
        if (typeof value !== 'number') throw wrongType(path, 'a number');
        if ((shape.type === 'integer' || shape.type === 'long') && !Number.isInteger(value)) throw wrongType(path, 'an integer');
        return this.bounds(shape, value, path);
    }
  }

  private text(shape: Shape, value: string, path: string): void {
    this.bounds(shape, [...value].length, path, 'characters');
    if (shape.enum && !shape.enum.includes(value)) throw this.broken(`${path} must be one of ${shape.enum.join(', ')}.`);
    if (shape.pattern && !patternOf(shape.pattern).test(value)) throw this.broken(`${path} does not match the required pattern.`);
  }

  private bounds(shape: Shape, size: number, path: string, unit?: string): void {
    const limit =
      shape.min !== undefined && size < shape.min
        ? `at least ${shape.min}`
        : shape.max !== undefined && size > shape.max
          ? `at most ${shape.max}`
          : undefined;
    if (limit) throw this.broken(unit ? `${path} must have ${limit} ${unit}.` : `${path} must be ${limit}.`);
  }

  private broken(message: string): ServiceError {
    return new ServiceError(this.constraintCode, message);
  }
}

const join = (path: string, member: string): string => (path ? `${path}.${member}` : member);
const isArray = (value: Json): value is readonly Json[] => Array.isArray(value);
const wrongType = (path: string, expected: string): ServiceError =>
  new ServiceError('SerializationException', `${path} must be ${expected}.`);
