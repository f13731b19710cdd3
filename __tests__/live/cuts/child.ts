/** A run of the suite on an emulator, in a process of its own that may be killed: `child.ts URL PART GROUP`. */
import { FastClock } from '../../support/clocks/fast-clock';
import { installedProvider } from '../../support/terraform/our-provider';
import { KEYS, OPTIONS, PROVIDER } from '../on-emulator';
import type { Part } from '../options';
import { runSuite } from '../suite';

/** How many times faster its time runs than that of the machine; the emulator's goes as fast. */
export const SCALE = 20;

const [, , endpoint = '', part = '', group = ''] = process.argv;

runSuite({
  options: { ...OPTIONS, endpoint, parts: [part as Part], group: group === 'own' ? { own: true } : group, rate: 1000 },
  clock: new FastClock(SCALE),
  client: { endpoint, credentials: KEYS },
  provider: () => Promise.resolve(installedProvider()),
  configuration: PROVIDER,
  tell: () => undefined,
}).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
