import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { thisPackage } from '../../constructs/plugin/built-plugin';
import { blocksIn } from '../support/docs/blocks';
import { scriptsIn } from '../support/docs/pipelines';

/**
 * The pipelines of the guides, run by a shell as a job runs them, from `terraform init` on: whoever waits for the review reads there why a
 * plan failed.
 */

const COMMAND = `node ${join(thisPackage().root, 'dist', 'cli', 'cdktf-amazon-connect.js')}`;

const scripts = blocksIn('yaml').flatMap(({ page, text }) =>
  scriptsIn(parse(text))
    .filter((script) => script.includes('events.jsonl'))
    .map((script) => ({ page, script: script.slice(script.indexOf('terraform init')).replaceAll('npx cdktf-amazon-connect', COMMAND) })),
);

let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'pipeline-'));
  mkdirSync(join(project, 'ci'));
  writeFileSync(join(project, 'ci', 'comment'), '#!/bin/sh\ncp "$1" "$1.sent"\n', { mode: 0o755 });
});
afterEach(() => rmSync(project, { recursive: true }));

/** As GitHub and GitLab run a script: the first command that fails ends it. */
async function job(script: string, configuration: string): Promise<{ readonly code: number; readonly log: string }> {
  const stack = join(project, 'stack');
  mkdirSync(stack);
  writeFileSync(join(stack, 'main.tf'), configuration);
  const env = { ...process.env, TF_CLI_CONFIG_FILE: join(project, 'none.rc'), CHECKPOINT_DISABLE: '1', CI_PROJECT_DIR: project };
  writeFileSync(env.TF_CLI_CONFIG_FILE, '');
  return new Promise((resolve) => {
    execFile('bash', ['-e', '-c', script], { cwd: stack, env }, (error, out, err) => {
      resolve({ code: Number(error?.code ?? 0), log: out + err });
    });
  });
}

const NOT_ALLOWED = `
variable "leavers" {
  default = 3
}
resource "terraform_data" "a" {
  lifecycle {
    precondition {
      condition     = var.leavers < 3
      error_message = "Ada may not leave."
    }
  }
}
`;
const NO_PLAN = `
resource "terraform_data" "a" {
  input = var.nowhere
}
`;

it('there are three of them', () => {
  expect(scripts.map(({ page }) => page)).toEqual([
    'docs/guides/continuous-integration.md',
    'docs/guides/continuous-integration.md',
    'docs/guides/reviewing-plans.md',
  ]);
});

it.each(scripts)('that of $page tells why a plan ended with an error, in its log and in the review', async ({ script }) => {
  const { code, log } = await job(script, NOT_ALLOWED);
  expect({ code, log }).toEqual({ code: 2, log: expect.stringContaining('Ada may not leave.') });
  const review = join(project, 'stack', script.includes('ci/comment') ? 'review.md.sent' : 'review.md');
  expect(readFileSync(review, 'utf8')).toContain('Ada may not leave.');
});

it.each(scripts)('that of $page tells in its log why there is no plan, and reviews none', async ({ script }) => {
  const { code, log } = await job(script, NO_PLAN);
  expect({ code, log }).toEqual({ code: 1, log: expect.stringContaining('nowhere') });
  expect(existsSync(join(project, 'stack', 'review.md'))).toBe(false);
});
