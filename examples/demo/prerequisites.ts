import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { builtPlugin } from '../../constructs/plugin/built-plugin';

/**
 * The script of the `cdktf` command.
 * @throws when something that the demo needs is missing; the message says what, and how to get it
 */
export function findCdktf(project: string): string {
  for (const file of ['main.ts', 'cdktf.json']) {
    if (!existsSync(join(project, file)))
      throw new Error(`there is no ${file} in ${project}. Run it in the directory that holds main.ts and cdktf.json.`);
  }
  builtPlugin();
  const terraform = process.env['TERRAFORM_BINARY_NAME'] ?? 'terraform';
  const { error } = spawnSync(terraform, ['version'], { stdio: 'ignore' });
  if (error) {
    throw new Error(
      `the program "${terraform}" cannot be started (${error.message}). Install Terraform, https://developer.hashicorp.com/terraform/install, or name another program in TERRAFORM_BINARY_NAME.`,
    );
  }
  try {
    return createRequire(__filename).resolve('cdktf-cli/bundle/bin/cdktf.js');
  } catch {
    throw new Error('the package cdktf-cli is not installed. Run "npm install".');
  }
}
