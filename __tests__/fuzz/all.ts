import { startTestEmulator } from '../support/emulator/test-emulator';
import { fuzzedRpcs, fuzzedSocket } from './bytes';
import { fuzzedEmulator } from './emulator';
import { FuzzedProvider, fuzzedLifecycles } from './provider';
import { type Finding, fuzz } from './fuzz';

/** Everything that takes input from elsewhere, against each other: the provider on an emulator, and an emulator by itself. */
export async function fuzzAll(options: {
  readonly seed: number;
  readonly goOn: (cases: number) => boolean;
  readonly onFinding: (finding: Finding) => void;
}): Promise<number> {
  const [served, alone] = [await startTestEmulator(), await startTestEmulator()];
  const provider = new FuzzedProvider(served.url);
  await provider.start();
  const lifecycles = fuzzedLifecycles(provider);
  const socket = await fuzzedSocket(provider);
  const startOver = async (): Promise<string | undefined> => {
    await served.control.seed('demo');
    await served.control.clearCalls();
    return lifecycles.refresh();
  };
  try {
    return await fuzz([{ ...lifecycles, refresh: startOver }, fuzzedRpcs(provider), socket, fuzzedEmulator(alone)], options);
  } finally {
    socket.close();
    await Promise.all([served.close(), alone.close()]);
  }
}
