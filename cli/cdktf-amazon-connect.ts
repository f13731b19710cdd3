#!/usr/bin/env node
import './supported-node';
import { reasonOf } from './files';
import { run } from './run';
import { COMMAND } from './usage';

// Whoever reads the output may stop early, as `head` does: the end is then quiet, with the status of a program that SIGPIPE ends.
process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') process.exit(128 + 13);
  process.stderr.write(`${COMMAND}: the output cannot be written: ${reasonOf(code, message)}\n`);
  process.exit(1);
});
process.stderr.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 128 + 13 : 1));

run(process.argv.slice(2), {
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
}).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
