import type { AttributeType } from '../contract/schema';

/** An attribute that the provider sets, and nobody else. */
export const computed = <const T extends AttributeType>(type: T, description: string) =>
  ({ type, presence: 'computed', description }) as const;
