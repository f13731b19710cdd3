import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newDirectory } from './directories';

/*
 * A `terraform` that tells its version, and no more. CDKTF reads the name of the program once, as it is loaded: to be imported before it.
 */
const directory = newDirectory();
const asked = join(directory, 'asked');
process.env['TERRAFORM_BINARY_NAME'] = join(directory, 'terraform');

/** Gives it that version, and forgets what it was asked for. */
export function terraformOf(version: string): void {
  writeFileSync(asked, '');
  writeFileSync(join(directory, 'terraform'), `#!/bin/sh\necho "$*" >> '${asked}'\necho 'Terraform v${version}'\n`, { mode: 0o755 });
}

export const askedFor = (): readonly string[] => readFileSync(asked, 'utf8').split('\n').filter(Boolean);
