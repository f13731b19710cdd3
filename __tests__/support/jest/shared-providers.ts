import type { RunningProvider } from '../terraform/running-provider';

/*
 * One process of our provider for each of jest's workers, which all tests there use, one after the other: what it knows of a connection
 * ends with the connection, and a new process costs more than most tests do with it.
 */

/** Where they are, for the workers. */
const VARIABLE = 'CONNECT_PROVIDERS_OF_THIS_TEST_RUN';

const providers: RunningProvider[] = [];

export async function startAll(starts: readonly (() => Promise<RunningProvider>)[]): Promise<void> {
  providers.push(...(await Promise.all(starts.map((start) => start()))));
  process.env[VARIABLE] = JSON.stringify(providers.map(({ reattach }) => reattach));
}

/** @throws an error if one has ended by itself */
export async function stopAll(): Promise<void> {
  await Promise.all(providers.splice(0).map((provider) => provider.stop()));
}

/** The one of this worker; none outside jest. */
export function sharedProvider(): RunningProvider | undefined {
  const all = JSON.parse(process.env[VARIABLE] ?? '[]') as readonly RunningProvider['reattach'][];
  const reattach = all[(Number(process.env['JEST_WORKER_ID']) - 1) % all.length];
  return reattach && { reattach, stop: () => Promise.resolve() };
}
