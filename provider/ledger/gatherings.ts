/** What resources of a plan tell together, by topics. */
export class Gatherings {
  private readonly open = new Map<string, unknown[]>();
  private readonly solitary = new Set<string>();

  /**
   * Whoever begins gets everything that comes until the lull; everybody else gets nothing. Where nothing came, Terraform has asked about one
   * resource only, and may do so again: nobody waits any more.
   * @param lull comes when nobody else is likely to add anything
   */
  async gather<T>(topic: string, items: readonly T[], lull: () => Promise<void>): Promise<readonly T[] | undefined> {
    const begun = this.open.get(topic);
    if (begun) {
      begun.push(...items);
      return undefined;
    }
    if (this.solitary.has(topic)) return items;
    const gathered: T[] = [...items];
    this.open.set(topic, gathered);
    await lull();
    this.open.delete(topic);
    if (gathered.length === items.length) this.solitary.add(topic);
    return gathered;
  }
}
