/** Without what is not declared: CDKTF resolves each value twice, and most attributes of a user are left out. */
export function declared(attributes: { [name: string]: unknown }): { [name: string]: unknown } {
  const said: { [name: string]: unknown } = {};
  for (const name in attributes) if (attributes[name] !== undefined) said[name] = attributes[name];
  return said;
}

/** What is written of a block: nothing of one in which nothing is said, as CDKTF's own classes have it, or only null; an empty object stays. */
export function blockValue<T>(value: T | undefined): T | undefined {
  if (typeof value !== 'object' || value === null || 'resolve' in value) return value;
  const said = Object.values(value);
  return said.length > 0 && said.every((one) => one === undefined || one === null) ? undefined : value;
}
