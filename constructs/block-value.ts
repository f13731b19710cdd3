/** What is written of a block: nothing of one in which nothing is said, as CDKTF's own classes have it; an empty object stays. */
export function blockValue<T>(value: T | undefined): T | undefined {
  if (typeof value !== 'object' || value === null || 'resolve' in value) return value;
  const said = Object.values(value);
  return said.length > 0 && said.every((one) => one === undefined) ? undefined : value;
}
