import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { builtPlugin } from '../../constructs/plugin/built-plugin';

/**
 * Makes the directory of the demo's own files, and gives it.
 * @throws when something that the demo needs is missing; the message says what, and how to get it
 */
export function prepare(project: string): string {
  for (const file of ['main.ts', 'cdktf.json']) {
    if (!existsSync(join(project, file)))
      throw new Error(`there is no ${file} in ${project}. Run it in the directory that holds main.ts and cdktf.json.`);
  }
  builtPlugin();
  const terraform = process.env['TERRAFORM_BINARY_NAME'] ?? 'terraform';
  const { error } = spawnSync(terraform, ['version'], { stdio: 'ignore', env: { ...process.env, CHECKPOINT_DISABLE: '1' } });
  if (error) {
    throw new Error(
      `the program "${terraform}" cannot be started (${error.message}). Install Terraform, https://developer.hashicorp.com/terraform/install, or name another program in TERRAFORM_BINARY_NAME.`,
    );
  }
  const demo = join(project, '.demo');
  try {
    mkdirSync(demo, { recursive: true });
  } catch (reason) {
    throw new Error(
      `${demo} cannot be made (${(reason as NodeJS.ErrnoException).code ?? String(reason)}). Run it in a copy that may be written to.`,
      {
        cause: reason,
      },
    );
  }
  return demo;
}
