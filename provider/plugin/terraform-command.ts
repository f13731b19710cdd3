/** What the Terraform that started this process was asked for. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** `saved plan`: a plan is applied that another command made. `unknown`: the command cannot be read, or it may both change and destroy (`terraform test`). */
export type TerraformCommand = 'change' | 'saved plan' | 'destroy' | 'unknown';

const CHANGING: ReadonlySet<string> = new Set(['plan', 'apply', 'refresh', 'import', 'query']);
/** Flags of `terraform apply` that stand alone; the others take a value, behind "=" or as the next argument. */
const ALONE = /^--?(auto-approve|compact-warnings|destroy|input|json|lock|no-color|refresh|refresh-only|show-sensitive)$/;
const DESTROY_FLAG = /^--?destroy(=(1|t|true))?$/i;

/**
 * `terraform destroy` begins with an ordinary plan of the whole configuration, and the protocol does not tell
 * that it is for a destroy. The command line of the parent does; so do the variables TF_CLI_ARGS*.
 */
export function commandOf(
  args: readonly string[] | undefined,
  env: NodeJS.ProcessEnv,
  isThere: (path: string) => boolean = existsSync,
): TerraformCommand {
  const subcommand = args?.slice(1).find((arg) => !arg.startsWith('-'));
  if (subcommand === 'destroy') return 'destroy';
  if (args === undefined || subcommand === undefined || !CHANGING.has(subcommand)) return 'unknown';
  if (subcommand === 'apply' && endsWithFile(args, isThere)) return 'saved plan';
  const fromEnv = `${env['TF_CLI_ARGS'] ?? ''} ${env[`TF_CLI_ARGS_${subcommand}`] ?? ''}`.split(/\s+/);
  return [...args, ...fromEnv].some((arg) => DESTROY_FLAG.test(arg)) ? 'destroy' : 'change';
}

/**
 * Whether the last argument is one by itself and there is such a file: of `terraform apply`, that of a plan. Where the system tells
 * the command line as one text, a part of a variable's value may seem to be an argument.
 */
function endsWithFile(args: readonly string[], isThere: (path: string) => boolean): boolean {
  const [before = '', last = ''] = args.slice(-2);
  const standsAlone = !last.startsWith('-') && last !== 'apply' && (!before.startsWith('-') || before.includes('=') || ALONE.test(before));
  return standsAlone && isThere(last);
}

/** The texts of a file of /proc. */
export const textsIn = (file: string): readonly string[] =>
  readFileSync(file, 'utf8')
    .split('\0')
    .filter((text) => text !== '');

/** The command line of the process that started this one; nothing where the system does not tell. */
export function parentArguments(): readonly string[] | undefined {
  try {
    if (process.platform === 'linux') return textsIn(`/proc/${process.ppid}/cmdline`);
    return execFileSync('ps', ['-o', 'args=', '-p', String(process.ppid)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/);
  } catch {
    return undefined;
  }
}
