interface Count {
  readonly names: Set<string>;
  /** Whether somebody tells, or is about to. */
  told: boolean;
}

/** What the resources of a plan count together, by names, under headings of their own. */
export class Counts {
  private readonly counts = new Map<string, Count>();

  /** Adds names; one that was there already counts once. */
  add(heading: string, names: readonly string[]): Count {
    const count = this.counts.get(heading) ?? { names: new Set(), told: false };
    this.counts.set(heading, count);
    for (const name of names) count.names.add(name);
    return count;
  }

  size(heading: string): number {
    return this.counts.get(heading)?.names.size ?? 0;
  }

  /** @param lull comes when nobody else is likely to add anything */
  async beyond(
    heading: string,
    names: readonly string[],
    most: () => number,
    lull: () => Promise<void>,
  ): Promise<readonly string[] | undefined> {
    const count = this.add(heading, names);
    if (count.told || count.names.size <= most()) return undefined;
    count.told = true;
    await lull();
    if (count.names.size > most()) return [...count.names];
    count.told = false;
    return undefined;
  }
}
