import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newDirectory } from '../support/constructs/directories';
import { withoutSetUp } from '../support/constructs/terraform';
import { type Framework, newcomer, type Newcomer } from '../support/docs/newcomer';
import { listening } from '../support/emulator/program';

const PEOPLE = 50;

/**
 * Somebody who has nothing but the tarball and the README: in an empty directory, types its commands and writes its files, with a team of
 * fifty. The Node.js runs npm, the commands, the program, the emulator and, started by terraform, the plugin.
 */
export class Trial {
  readonly directory = newDirectory();
  private readonly env: NodeJS.ProcessEnv;
  private readonly readme: Newcomer;
  private emulator: ChildProcess | undefined;

  /** @param node the directory of the Node.js */
  constructor(
    framework: Framework,
    node: string,
    private readonly tarball: string,
  ) {
    this.readme = newcomer(framework);
    const npm = { npm_config_prefer_offline: 'true', npm_config_cache: npmCache(), npm_config_audit: 'false', npm_config_fund: 'false' };
    this.env = { ...withoutSetUp(), ...npm, PATH: `${node}:${process.env['PATH']}`, HOME: newDirectory(), CI: '1' };
  }

  /** What goes wrong on the way from nothing to a team that is deployed, unchanged when looked at again, and gone in the end. */
  async wrong(): Promise<string | undefined> {
    const { commands, files, header } = this.readme;
    const failed = this.typed(commands.init) ?? this.typed(commands.install.replace(/\S+\.tgz/, this.tarball));
    if (failed !== undefined) return failed;
    for (const [name, text] of Object.entries(files)) writeFileSync(join(this.directory, name), text);
    const people = Array.from({ length: PEOPLE }, (_, index) => `agent.${index},Ada ${index},Lovelace,Sales`);
    writeFileSync(join(this.directory, 'team.csv'), [header, ...people, ''].join('\n'));

    const endpoint = await this.listen(commands.emulator.replace(/--port \d+/, '--port 0'));
    const exported = commands.export.replace(/http:\S+/, endpoint);
    const framework = commands.deploy.replace(/ deploy$/, '');
    return (
      this.typed(`${exported}; ${commands.deploy} --auto-approve --no-color`, `${PEOPLE + 1} added`) ??
      this.typed(`${exported}; ${framework} diff --no-color`, 'No changes') ??
      this.typed(`${exported}; ${framework} destroy --auto-approve --no-color`, `${PEOPLE + 1} destroyed`)
    );
  }

  /** Ends the emulator, with npx before it. */
  end(): void {
    if (this.emulator?.pid !== undefined) process.kill(-this.emulator.pid, 'SIGKILL');
  }

  private async listen(command: string): Promise<string> {
    this.emulator = spawn('sh', ['-c', command], {
      cwd: this.directory,
      env: this.env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return listening(this.emulator);
  }

  private typed(command: string, outcome = ''): string | undefined {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: this.directory, env: this.env, encoding: 'utf8' });
    const output = stdout + stderr;
    return status === 0 && output.includes(outcome) ? undefined : `"${command}" ended with ${status}, without "${outcome}":\n${output}`;
  }
}

const npmCache = (): string => spawnSync('npm', ['config', 'get', 'cache'], { encoding: 'utf8' }).stdout.trim();
