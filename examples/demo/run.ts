import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startEmulator } from '../../emulator/server';
import { runCdktf } from './cdktf';
import { findCdktf } from './prerequisites';
import { describeAgents } from './describe-agents';

/*
 * `npm run demo [-- deploy|diff|destroy]`: runs the verb of CDKTF on the `main.ts` of the current
 * directory against an emulated contact centre, then shows which agents it has. The contact centre lasts
 * from run to run in `.demo/` there. May know the emulator and the constructs' plugin; not the provider.
 */

const VERBS: Readonly<Record<string, readonly string[]>> = {
  deploy: ['deploy', 'agents-demo', '--auto-approve'],
  diff: ['diff', 'agents-demo'],
  destroy: ['destroy', 'agents-demo', '--auto-approve'],
};

const NEXT: Readonly<Record<string, string>> = {
  deploy:
    'Now change the team in main.ts: "npm run demo -- diff" shows the plan, "npm run demo" applies it.\n"npm run demo -- destroy" ends the demo.',
  diff: 'Nothing was changed. "npm run demo" applies the plan.',
  destroy: 'To start over: "npm run demo".',
};

async function main([verb = 'deploy', ...rest]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  if (!command || rest.length > 0) {
    complain(`usage: npm run demo [-- ${Object.keys(VERBS).join('|')}]`);
    return 2;
  }
  const project = process.cwd();
  const cdktf = findCdktf(project);
  const demo = join(project, '.demo');
  mkdirSync(demo, { recursive: true });

  const contactCentre = await startEmulator({ seed: 'demo', stateFile: join(demo, 'connect.json') });
  try {
    say(`An emulated Amazon Connect listens on ${contactCentre.url} until this command ends.\n$ cdktf ${command.join(' ')}\n`);
    const { code, interrupted } = await runCdktf(cdktf, command, { project, demo, endpoint: contactCentre.url });
    if (interrupted) complain('\nInterrupted. What was done stays done; run the same command again to go on.');
    else if (code !== 0) complain(`\ncdktf ended with ${code}; what it said is above.`);
    else say(`\n${describeAgents(contactCentre.emulator.world)}\n\n${NEXT[verb] ?? ''}`);
    return code;
  } finally {
    await contactCentre.close();
  }
}

const say = (text: string): boolean => process.stdout.write(`${text}\n`);
const complain = (text: string): boolean => process.stderr.write(`${text}\n`);

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    complain(`The demo cannot run: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  },
);
