import { AsyncLocalStorage } from 'node:async_hooks';
import { iamActions } from '../../connect/iam-actions';
import type { Logger } from '../../connect/logger';
import type { Phase } from '../../custom-resources/contract/operations';
import type { DataSource, ManagedResource } from '../../custom-resources/contract/resource';

/*
 * Which API operations the requests for a resource lead to: noted where the gateway logs its calls, and held
 * against what the resource says of itself.
 */

interface Asked {
  readonly of: ManagedResource | DataSource;
  readonly phase: Phase;
}

const asked = new AsyncLocalStorage<Asked>();

/** By this process, as `connect_user create: CreateUser`, with `data` before the type of a data source. */
export const called = new Set<string>();

/** Those among them that the resource does not say. */
export const undeclared = new Set<string>();

/** A request that Terraform makes for a resource or a data source. */
export const during = <T>(of: Asked['of'], phase: Phase, request: () => Promise<T>): Promise<T> => asked.run({ of, phase }, request);

/** Notes what is called, and logs on. */
export const noting = (log: Logger): Logger => ({
  ...log,
  debug: (message, fields) => {
    const request = asked.getStore();
    const operation = String(fields?.['operation']);
    if (message === 'connect call' && request && /^(connect|servicequotas):/.test(iamActions(operation)[0] ?? '')) note(request, operation);
    log.debug(message, fields);
  },
});

function note({ of, phase }: Asked, operation: string): void {
  const call = inWords(of, phase, operation);
  called.add(call);
  if (!declaredCalls(of).includes(call)) undeclared.add(call);
}

const inWords = (of: Asked['of'], phase: string, operation: string): string =>
  `${'read' in of ? 'data ' : ''}${of.type} ${phase}: ${operation}`;

/** What a resource or data source says of itself, in the same words. */
export const declaredCalls = (of: Asked['of']): readonly string[] =>
  Object.entries(of.operations).flatMap(([phase, operations]) => Object.keys(operations).map((operation) => inWords(of, phase, operation)));
