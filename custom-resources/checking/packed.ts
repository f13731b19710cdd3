/** As much as a detail holds with what is to be known of all (provider/rpc/printable.ts): more is told in further warnings. */
const ROOM = 9_000;

/** What is to be told of many things, in as few texts as a detail has room for. */
export function packed(blocks: readonly string[]): readonly string[] {
  const texts: string[] = [];
  for (const block of blocks) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + block.length < ROOM) texts[texts.length - 1] = `${last}\n${block}`;
    else texts.push(block);
  }
  return texts;
}
