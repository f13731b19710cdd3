import { model } from '../model/api-model';
import { own } from '../own';

/** Codes that every AWS service may answer with and that Connect's own model therefore does not list. */
const COMMON_STATUS: Readonly<Record<string, number>> = {
  AccessDeniedException: 403,
  ExpiredTokenException: 403,
  InvalidSignatureException: 403,
  MissingAuthenticationTokenException: 403,
  UnrecognizedClientException: 403,
  SerializationException: 400,
  UnknownOperationException: 404,
};

/** An error answer of the service: code, status, message, and what else its body holds. */
export class ServiceError extends Error {
  readonly status: number;

  constructor(
    readonly code: string,
    message: string,
    readonly details: Readonly<Record<string, string>> = {},
    status?: number,
  ) {
    super(message);
    this.status = status ?? own(model.shapes, code)?.error?.httpStatusCode ?? own(COMMON_STATUS, code) ?? 400;
  }
}

export const notFound = (what: string): ServiceError => new ServiceError('ResourceNotFoundException', `${what} was not found.`);
export const invalidRequest = (message: string): ServiceError => new ServiceError('InvalidRequestException', message);
export const invalidParameter = (message: string): ServiceError => new ServiceError('InvalidParameterException', message);
export const duplicate = (message: string): ServiceError => new ServiceError('DuplicateResourceException', message);
export const limitExceeded = (message: string): ServiceError => new ServiceError('LimitExceededException', message);
export const inUse = (message: string, ResourceId: string): ServiceError =>
  new ServiceError('ResourceInUseException', message, { ResourceId });
