import { isInsecure } from '../../connect/connection';
import { type Diagnostic, errorAt } from '../contract/diagnostic';
import { isUnknown, type PlannedState } from '../contract/value';
import type { ProviderConfiguration } from './schema';

/** What is wrong with a configuration beyond single attributes; unknown parts are left for later. */
export const validate = (config: PlannedState<ProviderConfiguration>): readonly Diagnostic[] => [
  ...insecure(config),
  ...keys(config),
  ...(isUnknown(config.rate_limit) ? [] : twice(config.rate_limit)),
];

function keys({ access_key: accessKey, secret_key: secretKey, token }: PlannedState<ProviderConfiguration>): readonly Diagnostic[] {
  if ([accessKey, secretKey, token].some(isUnknown)) return [];
  if ((accessKey === null) !== (secretKey === null)) {
    const missing = accessKey === null ? 'access_key' : 'secret_key';
    return [
      errorAt(
        [missing],
        'Half an access key',
        `"access_key" and "secret_key" belong together: "${missing}" is missing. Declare both. Or declare neither, to use the default credential chain.`,
      ),
    ];
  }
  if (token === null || accessKey !== null) return [];
  return [
    errorAt(
      ['token'],
      'A session token without its key',
      '"token" goes with "access_key" and "secret_key". Declare them too, or remove the token.',
    ),
  ];
}

function insecure({ endpoint, insecure_endpoint: allowed }: PlannedState<ProviderConfiguration>): readonly Diagnostic[] {
  if (typeof endpoint !== 'string' || isUnknown(allowed) || allowed === true || !isInsecure(endpoint)) return [];
  return [
    errorAt(
      ['endpoint'],
      'An endpoint without TLS',
      `"endpoint" is plain http to another computer, ${new URL(endpoint).host}: anyone on the network path could read passwords and secret keys. Use "https://", or a host that is this computer. For an emulator in an isolated network, set insecure_endpoint = true.`,
    ),
  ];
}

const limited = (limits: readonly unknown[]): readonly string[] =>
  limits.flatMap((limit) =>
    typeof limit === 'object' && limit !== null && 'operation' in limit && typeof limit.operation === 'string' ? [limit.operation] : [],
  );

function twice(limits: readonly unknown[]): readonly Diagnostic[] {
  const names = limited(limits);
  return [...new Set(names.filter((name, index) => names.indexOf(name) < index))].map((name) =>
    errorAt(['rate_limit'], `Two rates for ${name}`, `Each operation can have one "rate_limit" block; ${name} has more. Keep one of them.`),
  );
}

/**
 * Refuses rates that would hold for no call, as of a name with a slip: calls would go on at the rate of all others, unseen.
 * @param called the operations that the provider calls
 */
export function neverCalled({ rate_limit: limits }: PlannedState<ProviderConfiguration>, called: readonly string[]): readonly Diagnostic[] {
  if (isUnknown(limits)) return [];
  const names = [...new Set(limited(limits))].filter((name) => !called.includes(name));
  return names.map((name) =>
    errorAt(
      ['rate_limit'],
      `A rate for ${name}, which is never called`,
      `"rate_limit" names ${name}, which the provider never calls, so the block has no effect. Correct the name (docs/iam-policy.md lists the operations that the provider calls), or remove the block.`,
    ),
  );
}
