import type { ContactCentre } from './contact-centre';
import { writesOf } from './contact-centre';
import type { LoggedCall } from '../emulator/test-emulator';
import type { TerraformProject, TerraformRun } from './project';

/** What terraform's `-json` output says of one problem. */
export interface ToldDiagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
  readonly address?: string;
  readonly range?: { readonly filename: string; readonly start: { readonly line: number } };
  readonly snippet?: { readonly context: string | null; readonly code: string; readonly start_line: number };
}

/** What a `plan -json` or `apply -json` told. */
export interface Told {
  readonly code: number | null;
  /** The planned actions by address: create, update, replace, delete, import ... */
  readonly planned: Readonly<Record<string, string>>;
  /** What a refresh found changed, by address: update, delete. */
  readonly drift: Readonly<Record<string, string>>;
  readonly errors: readonly ToldDiagnostic[];
  readonly warnings: readonly ToldDiagnostic[];
}

export interface Applied extends Told {
  readonly calls: readonly LoggedCall[];
  /** The calls that write, as "Operation status". */
  readonly writes: readonly string[];
}

interface Message {
  readonly type: string;
  readonly change?: { readonly action: string; readonly resource: { readonly addr: string } };
  readonly diagnostic?: ToldDiagnostic;
}

export function toldBy({ code, stdout, stderr }: TerraformRun): Told {
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
  if (lines.length === 0) throw new Error(`terraform told nothing in JSON:\n${stdout}\n${stderr}`);
  const messages = lines.map((line) => JSON.parse(line) as Message);
  const changes = (type: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      messages.flatMap((message) =>
        message.type === type && message.change ? [[message.change.resource.addr, message.change.action]] : [],
      ),
    );
  const diagnostics = messages.flatMap(({ diagnostic }) => (diagnostic ? [diagnostic] : []));
  return {
    code,
    planned: changes('planned_change'),
    drift: changes('resource_drift'),
    errors: diagnostics.filter(({ severity }) => severity === 'error'),
    warnings: diagnostics.filter(({ severity }) => severity === 'warning'),
  };
}

/** Plans and, unless it fails, applies: one command that tells the plan, the problems and the calls. */
export async function apply({ emulator, project }: ContactCentre, ...args: readonly string[]): Promise<Applied> {
  await emulator.control.clearCalls();
  const told = toldBy(await project.run('apply', '-json', '-auto-approve', '-input=false', ...args));
  const calls = await emulator.control.calls();
  return { ...told, calls, writes: writesOf(calls) };
}

/** Plans; tells what `apply` would. */
export async function plan({ emulator, project }: ContactCentre, ...args: readonly string[]): Promise<Applied> {
  await emulator.control.clearCalls();
  const told = toldBy(await project.run('plan', '-json', '-input=false', ...args));
  const calls = await emulator.control.calls();
  return { ...told, calls, writes: writesOf(calls) };
}

/** The problems of `terraform validate`. */
export async function validate(project: TerraformProject): Promise<readonly ToldDiagnostic[]> {
  const { stdout } = await project.run('validate', '-json');
  return (JSON.parse(stdout) as { readonly diagnostics: readonly ToldDiagnostic[] }).diagnostics;
}

/** The writes about one user, in order. */
export const writesAbout = (calls: readonly LoggedCall[], userId: string): readonly string[] =>
  writesOf(calls.filter(({ keys }) => keys.userId === userId || keys.resourceArn?.endsWith(`/${userId}`)));
