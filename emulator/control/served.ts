import { model } from '../model/api-model';
import { GET_SERVICE_QUOTA } from '../service-quotas';

/** Whether a fault or a refusal can be about it: the name of an operation of Amazon Connect or Service Quotas that the emulator serves. */
export const isServed = (operation: unknown): boolean =>
  typeof operation === 'string' && (operation === GET_SERVICE_QUOTA || Object.hasOwn(model.operations, operation));
