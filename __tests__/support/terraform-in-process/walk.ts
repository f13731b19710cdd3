/** Something to do after others. */
export interface Node {
  readonly name: string;
  /** Names; those that there are not are not waited for. */
  readonly after: readonly string[];
  readonly run: () => Promise<void>;
}

/** Does everything, each thing as soon as what it comes after is done. Rejects with the first failure, when all that was begun has ended. */
export async function walk(nodes: readonly Node[]): Promise<void> {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const begun = new Map<string, Promise<void>>();
  const begin = (node: Node): Promise<void> => {
    const known = begun.get(node.name);
    if (known) return known;
    const before = node.after.flatMap((name) => byName.get(name) ?? []).map(begin);
    const done = Promise.all(before).then(() => node.run());
    begun.set(node.name, done);
    return done;
  };
  const results = await Promise.allSettled(nodes.map(begin));
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}
