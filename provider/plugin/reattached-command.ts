/** What the Terraform was asked for that uses a provider it did not start: the variable TF_REATTACH_PROVIDERS leads it there. */
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { commandOf, type TerraformCommand, textsIn } from './terraform-command';

/**
 * Looks for processes whose environment holds the address. Where the system does not tell (all but Linux), or where two are at
 * work that were asked for different things, the command is `unknown`.
 */
export function commandReaching(address: string): TerraformCommand {
  const commands = new Set(processes().flatMap((process) => commandIfReaching(address, process)));
  const [command = 'unknown', ...others] = commands;
  return others.length === 0 ? command : 'unknown';
}

const PROCESSES = '/proc';

function processes(): readonly string[] {
  try {
    return readdirSync(PROCESSES)
      .filter((name) => /^\d+$/.test(name))
      .map((name) => `${PROCESSES}/${name}`);
  } catch {
    return [];
  }
}

/** None for those that only hand the variable on: shells, wrappers, the providers beside this one. */
function commandIfReaching(address: string, process: string): readonly TerraformCommand[] {
  try {
    const environment = textsIn(`${process}/environ`);
    if (!environment.some((text) => text.startsWith('TF_REATTACH_PROVIDERS=') && text.includes(`"${address}"`))) return [];
    const command = commandOf(textsIn(`${process}/cmdline`), variables(environment), (path) => existsSync(resolve(`${process}/cwd`, path)));
    return command === 'unknown' ? [] : [command];
  } catch {
    // It ended, or belongs to somebody else.
    return [];
  }
}

const variables = (texts: readonly string[]): NodeJS.ProcessEnv =>
  Object.fromEntries(
    texts.map((text) => {
      const [name = '', ...value] = text.split('=');
      return [name, value.join('=')];
    }),
  );
