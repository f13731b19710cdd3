/** What is made when it is first asked for, once for each key. */
export function onDemand<Key extends readonly string[], T>(make: (...key: Key) => T): (...key: Key) => T {
  const made = new Map<string, T>();
  return (...key) => {
    const name = key.join(' ');
    const known = made.get(name);
    if (known !== undefined) return known;
    const one = make(...key);
    made.set(name, one);
    return one;
  };
}
