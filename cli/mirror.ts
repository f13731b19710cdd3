import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { builtPlugin, type BuiltPlugin } from '../constructs/plugin/built-plugin';
import { OURS } from '../constructs/plugin/cli-configuration';
import { placePlugin } from '../constructs/plugin/place-plugin';

import { reasonOf } from './files';
import type { Terminal } from './terminal';
import { COMMAND } from './usage';
import { WrongCommandLine } from './verb';
import { MIRROR } from './verbs/mirror';

/** The verb. Gives the exit status. */
export function runMirror(argv: readonly string[], terminal: Terminal): number {
  const { positionals } = parseArgs({ args: [...argv], options: MIRROR.options, allowPositionals: true });
  const [directory, ...excess] = positionals;
  if (directory === undefined || excess.length > 0) throw new WrongCommandLine('mirror takes one directory');
  if (directory === '') throw new WrongCommandLine('the name of the directory is empty: is a variable not set?');
  try {
    terminal.print(mirror(directory));
    return 0;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    terminal.complain(`${COMMAND}: the mirror ${directory} cannot be written: ${reasonOf(code, message)}\n`);
    return 1;
  }
}

/**
 * Writes the plugin into a filesystem mirror, beside what the mirror already holds, and gives the CLI
 * configuration that makes Terraform use it. Needed where a CLI configuration already says how
 * providers are installed (Terraform then does not look into the stack's directory), and by HCL users.
 */
export function mirror(directory: string, plugin: BuiltPlugin = builtPlugin()): string {
  const path = resolve(directory);
  placePlugin(plugin, path);
  return configuration(path);
}

const configuration = (path: string): string => `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(path)}
    include = ["${OURS}"]
  }
  direct {
    exclude = ["${OURS}"]
  }
}
`;
