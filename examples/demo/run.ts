import { join, relative } from 'node:path';
import { startEmulator, type RunningEmulator } from '../../emulator/server';
import { environment } from './environment';
import { leaverOf, projectWithout, quickConnectTo } from './leaver';
import { prepare } from './prerequisites';
import { Interrupted, Processes } from './processes';
import { Program, StepFailed } from './program';
import { complain, heading, paint, say } from './screen';
import { type Team, teamOf, teamTable } from './team-table';

/*
 * `npm run demo [-- deploy|diff|leaver|destroy]`: plans and applies the `main.ts` of the current directory with the real Terraform, against
 * an emulated contact centre, and shows who is there then. The contact centre lasts from run to run in `.demo/` there.
 * Knows the emulator, the command and the plugin; not the provider.
 */

interface Stage {
  readonly project: string;
  readonly demo: string;
  readonly centre: RunningEmulator;
  readonly processes: Processes;
  readonly program: Program;
  /** Who was there when the demo began. */
  readonly before: Team;
}

const VERBS: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  async deploy(stage) {
    heading('Terraform plans what main.ts declares:');
    const { hasChanges } = await stage.program.plan();
    if (hasChanges) {
      await stage.program.review('review');
      await stage.program.apply();
    }
    showTeam(stage);
    if (stage.before.size === 0 && leaverOf(stage.project, stage.centre) !== undefined) await leaver(stage);
    say(
      '\nNow change main.ts, or the people in examples/demo/team.csv: "npm run demo -- diff" shows the plan, "npm run demo" applies it.' +
        '\n"npm run demo -- destroy" ends the demo.',
    );
  },
  async diff({ program }) {
    heading('Terraform plans what main.ts declares:');
    const { hasChanges } = await program.plan();
    if (!hasChanges) return;
    await program.review('review');
    say('\nNothing was changed. "npm run demo" applies the plan.');
  },
  leaver,
  async destroy(stage) {
    heading('Terraform plans to destroy all that main.ts declares:');
    const { hasChanges } = await stage.program.plan('-destroy');
    if (hasChanges) await stage.program.apply();
    showTeam(stage);
    say('\nTo start over: "npm run demo".');
  },
};

/** What nobody else tells: what an agent who leaves takes along. */
async function leaver({ project, demo, centre, processes }: Stage): Promise<void> {
  const login = leaverOf(project, centre);
  if (login === undefined) return void say('\nNobody of examples/demo/team.csv is there who could leave. "npm run demo" makes them.');
  const quickConnect = await quickConnectTo(login, centre);
  heading(`What if ${login} leaves?`);
  say(`By hand, somebody has made the quick connect "${quickConnect}", and the queue "Support" offers it. The plan without the line of`);
  say(`${login} in team.csv:`);
  const program = new Program(projectWithout(login, project, demo), join(demo, 'leaver'), processes);
  await program.plan();
  await program.review('review');
  say('\nThis was a plan only: nothing was changed.');
}

function showTeam({ before, centre }: Stage): void {
  heading('The agents of the contact centre:');
  say(teamTable(before, teamOf(centre.emulator.world)));
}

async function main([verb = 'deploy', ...rest]: readonly string[]): Promise<number> {
  const act = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  if (!act || rest.length > 0) {
    complain(`usage: npm run demo [-- ${Object.keys(VERBS).join('|')}]`);
    return 2;
  }
  const project = process.cwd();
  const demo = prepare(project);
  const centre = await startEmulator({ seed: 'demo', stateFile: join(demo, 'connect.json') }).catch((error: unknown) => {
    const { message } = error as Error;
    throw new Error(message.includes('in use by process') ? `another demo runs in ${project}. Wait until it has ended.` : message, {
      cause: error,
    });
  });
  const processes = new Processes(environment(demo, centre.url));
  try {
    say(paint('dim', `An Amazon Connect emulated on this computer; its state lasts in ${relative(project, demo)}.`));
    const program = new Program(project, demo, processes);
    await act({ project, demo, centre, processes, program, before: teamOf(centre.emulator.world) });
    return 0;
  } catch (error) {
    if (error instanceof Interrupted) complain('\nInterrupted. What was done stays done; run the same command again to go on.');
    else if (error instanceof StepFailed) complain(`\n${error.message} What was said about it is above.`);
    else throw error;
    return error instanceof Interrupted ? error.status : 1;
  } finally {
    processes.close();
    await centre.close();
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    complain(`The demo cannot run: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  },
);
