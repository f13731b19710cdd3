import type { Failure } from '../../connect/failure';

/**
 * Whether a deletion may have been refused for what refers to the thing. Neither DeleteUser nor DeleteQuickConnect declares a
 * ResourceInUseException, so any refusal of the request itself may mean that.
 */
export const isInTheWay = ({ kind }: Failure): boolean => kind === 'in-use' || kind === 'conflict' || kind === 'invalid';
