/** Kills emulators under load: `npm run test:durability -- --kills N --writes N`. Nothing that was answered may be lost. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killUnderLoad } from '../support/emulator/kill';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '30' }, writes: { type: 'string', default: '400' } } });
const kills = Number(values.kills);
const writes = Number(values.writes);
if (!(kills >= 1) || !(writes >= 0)) throw new Error('usage: npm run test:durability -- [--kills N] [--writes N]');

async function main(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'emulator-kill-'));
  try {
    const { answered, lost } = await killUnderLoad({
      directory,
      kills,
      writes,
      population: 20_000,
      onKill: (report) => process.stdout.write(`kill ${report.kills}: ${report.answered} writes answered, ${report.lost.length} lost\n`),
    });
    if (lost.length > 0) throw new Error(`Of ${answered} answered writes ${lost.length} are lost:\n${lost.join('\n')}`);
    process.stdout.write(`nothing of ${answered} answered writes is lost\n`);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
