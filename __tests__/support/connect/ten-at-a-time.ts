/** As long as terraform runs: so many at a time, the next as soon as one is done. */
export async function tenAtATime(count: number, work: (index: number) => Promise<unknown>, atOnce = 10): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, worker));
}
