import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run as runCommand } from '../../cli/run';
import { type Ended, type Processes } from './processes';
import { complain, during, inColour, paint, say, showDiagnostics } from './screen';
import { type Event, eventsIn, summaryOf } from './terraform';

/** What ended a step; the screen shows it already. */
export class StepFailed extends Error {}

export interface Planned {
  readonly hasChanges: boolean;
}

/** The program of a directory and its stack: synth, plan, apply. What Terraform says beside plans is shown where it fails. */
export class Program {
  private readonly stack: string;
  private readonly terraform: string;
  private readonly planFile: string;

  /**
   * @param directory holds `main.ts` and `cdktf.json`
   * @param scratch where the plan and the review page go
   */
  constructor(
    private readonly directory: string,
    private readonly scratch: string,
    private readonly processes: Processes,
  ) {
    this.stack = join(directory, 'cdktf.out', 'stacks', 'agents-demo');
    this.terraform = process.env['TERRAFORM_BINARY_NAME'] ?? 'terraform';
    this.planFile = join(scratch, 'plan');
    mkdirSync(scratch, { recursive: true });
  }

  /** Runs the program as `cdktf synth` does, and makes the plan. */
  async plan(...options: readonly string[]): Promise<Planned> {
    const { app } = JSON.parse(readFileSync(join(this.directory, 'cdktf.json'), 'utf8')) as { app: string };
    const synth = await during('Synthesizing main.ts', this.processes.run(['sh', '-c', app], this.directory));
    if (synth.code !== 0) this.fail('main.ts could not be synthesized.', synth);
    const init = await during(
      'Initializing Terraform',
      this.processes.run([this.terraform, 'init', '-input=false', '-no-color'], this.stack),
    );
    if (init.code !== 0) this.fail('"terraform init" failed.', init);
    const events = await this.json('Planning', 'plan', ...options, '-detailed-exitcode', `-out=${this.planFile}`);
    writeFileSync(`${this.planFile}.jsonl`, events.stdout);
    const planned = { hasChanges: events.code === 2 };
    await this.show();
    showDiagnostics(eventsIn(events.stdout));
    return planned;
  }

  /** Writes the review page of the plan, and says what it says first. */
  async review(name: string): Promise<void> {
    const page = join(this.scratch, `${name}.html`);
    const shown = await this.processes.run([this.terraform, 'show', '-json', this.planFile], this.stack);
    writeFileSync(`${this.planFile}.json`, shown.stdout);
    let verdict = '';
    const terminal = { print: (text: string) => void (verdict += text), complain: (text: string) => void (verdict += text) };
    await runCommand(['review', `${this.planFile}.json`, '--events', `${this.planFile}.jsonl`, '--html', page], terminal);
    say(`\n${paint('cyan', 'Review:')} ${verdict.trimEnd()}\n        The page for whoever approves it: ${page}`);
  }

  async apply(): Promise<void> {
    const { stdout } = await this.json('Applying', 'apply', this.planFile);
    const events = eventsIn(stdout);
    showDiagnostics(events);
    say(`\n${paint('green', summaryOf(events) ?? 'Nothing was applied.')}`);
  }

  /** The plan in Terraform's own words. */
  private async show(): Promise<void> {
    const { code, stderr } = await this.processes.run(
      [this.terraform, 'show', ...(inColour() ? [] : ['-no-color']), this.planFile],
      this.stack,
      true,
    );
    if (code !== 0) this.fail('The plan cannot be shown.', { code, stdout: '', stderr });
  }

  private async json(what: string, verb: string, ...args: readonly string[]): Promise<Ended> {
    const ended = await during(what, this.processes.run([this.terraform, verb, '-json', '-input=false', ...args], this.stack));
    const events: readonly Event[] = eventsIn(ended.stdout);
    if (ended.code === 0 || (verb === 'plan' && ended.code === 2)) return ended;
    showDiagnostics(events);
    return this.fail(`"terraform ${verb}" failed.`, { ...ended, stdout: '' });
  }

  private fail(what: string, { stdout, stderr }: Ended): never {
    for (const text of [stdout, stderr]) if (text.trim() !== '') complain(text.trimEnd());
    throw new StepFailed(what);
  }
}
