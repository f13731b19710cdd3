import type { Attribute, Block, Check } from '../contract/schema';

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** Milliseconds of "90s", "10m" or "1h30m", the notation of Terraform's own timeouts. */
export function parseDuration(text: string): number | undefined {
  if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(text)) return undefined;
  let total = 0;
  for (const [, amount = '', , unit = ''] of text.matchAll(/(\d+(\.\d+)?)(ms|s|m|h)/g)) {
    total += Number(amount) * (UNITS[unit] ?? 0);
  }
  return total;
}

export const duration: Check = (value) =>
  typeof value === 'string' && !parseDuration(value)
    ? `must be a duration above zero such as "30s", "10m" or "1h30m"; got "${value}"`
    : undefined;

export const durationBetween =
  (least: string, most: string): Check =>
  (value) => {
    if (typeof value !== 'string') return undefined;
    const ms = parseDuration(value);
    const [min, max] = [parseDuration(least) ?? 0, parseDuration(most) ?? Infinity];
    return ms === undefined || ms < min || ms > max ? `must be a duration from "${least}" to "${most}"; got "${value}"` : undefined;
  };

export interface Timeout extends Attribute {
  readonly type: 'string';
  readonly presence: 'optional';
}

const timeout = (operation: string, fallback: string): Timeout => ({
  type: 'string',
  presence: 'optional',
  description: `How long ${operation} may take, all waiting included. A duration such as \`90s\`, \`10m\` or \`1h\`. Defaults to \`${fallback}\`.`,
  check: duration,
});

/** A `timeouts` block for the given operations and their defaults. */
export function timeoutsBlock<K extends string>(
  defaults: Readonly<Record<K, string>>,
): Block & { readonly nesting: 'single'; readonly attributes: Readonly<Record<K, Timeout>> } {
  const attributes = Object.fromEntries(
    Object.entries<string>(defaults).map(([operation, fallback]) => [operation, timeout(operation, fallback)]),
  ) as Record<K, Timeout>;
  return { nesting: 'single', description: 'How long operations may take.', attributes };
}

/** The time that an operation has: what is declared, else its default. */
export const timeoutMs = (declared: string | null | undefined, fallback: string): number => parseDuration(declared ?? fallback) ?? 0;
