import { createHash } from 'node:crypto';
import { inOrder } from '../../../custom-resources/values/order';
import { canonical, type Json } from '../read/json';
import type { Plan } from '../read/plan';

/**
 * The same for plans that change the same things in the same way. It covers what the review can show: neither secrets, nor when the plan was
 * made, nor what stays as it is.
 */
export function planHash(plans: readonly Plan[]): string {
  const hash = createHash('sha256');
  for (const { stack, errored, complete, changes, drift, outputs, deferred } of [...plans].sort((a, b) => inOrder(a.stack, b.stack))) {
    const told = [...changes.filter(isChange), ...drift].map((change) => canonical({ ...change } as unknown as Json)).sort();
    hash.update(JSON.stringify([stack, errored, complete, told, outputs, [...deferred].sort()]));
  }
  return hash.digest('hex');
}

export const isChange = ({ mode, action, importId, previousAddress }: Plan['changes'][number]): boolean =>
  mode === 'managed' && ((action !== 'none' && action !== 'read') || importId !== undefined || previousAddress !== undefined);
