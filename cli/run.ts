import { createRequire } from 'node:module';
import { join } from 'node:path';
import { thisPackage } from '../constructs/plugin/built-plugin';
import { mirror } from './mirror';
import { runReview } from './review';
import type { Terminal } from './terminal';

/*
 * The command `cdktf-amazon-connect`. It loads neither CDKTF nor, unless asked for it, the emulator.
 */

const USAGE = `Usage: cdktf-amazon-connect <command>

Commands:
  mirror DIR         write the provider's plugin into the Terraform filesystem mirror DIR,
                     and print the CLI configuration that makes Terraform use it
  review PLAN...     tell what a plan does to people, for a pull request and as a page (review --help)
  adopt [...]        read an instance, and write the code that declares its agents (adopt --help)
  emulator [...]     serve an Amazon Connect of your own on this machine (emulator --help)

Options:
  --help             print this text
  --version          print the version of this package
`;

/** Gives the exit status: 2 for a command line that it does not understand. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [command, ...rest] = argv;
  const refuse = (reason: string): number => {
    terminal.complain(`cdktf-amazon-connect: ${reason}\n\n${USAGE}`);
    return 2;
  };
  switch (command) {
    case '--help':
    case '-h':
      terminal.print(USAGE);
      return 0;
    case '--version':
      terminal.print(`${thisPackage().version}\n`);
      return 0;
    case 'adopt':
      return runAdopt(rest, terminal);
    case 'emulator':
      return runEmulator(rest);
    case 'review':
      return runReview(rest, terminal);
    case 'mirror': {
      const [directory, ...excess] = rest;
      const stray = [directory, ...excess].find((argument) => argument?.startsWith('-'));
      if (stray === '--help') {
        terminal.print(USAGE);
        return 0;
      }
      if (stray !== undefined) return refuse(`mirror has no option "${stray}"`);
      if (directory === undefined || excess.length > 0) return refuse('mirror takes one directory');
      terminal.print(mirror(directory));
      return 0;
    }
    case undefined:
      return refuse('a command is missing');
    default:
      return refuse(`there is no ${command.startsWith('-') ? 'option' : 'command'} "${command}"`);
  }
}

/** Loaded when needed: it brings the API model of Amazon Connect along. It sets the exit status itself. */
async function runEmulator(argv: readonly string[]): Promise<number> {
  const emulator: typeof import('../emulator/cli') = createRequire(__filename)('../emulator/cli');
  await emulator.runEmulator([...argv]);
  return Number(process.exitCode ?? 0);
}

/** Loaded when needed: it brings the AWS SDK along, in a bundle of its own. */
function runAdopt(argv: readonly string[], terminal: Terminal): Promise<number> {
  const bundle = join(thisPackage().root, 'dist', 'adopt', 'adopt.cjs');
  const adopt: { runAdopt(argv: readonly string[], terminal: Terminal): Promise<number> } = createRequire(__filename)(bundle);
  return adopt.runAdopt(argv, terminal);
}
