import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { thisPackage } from '../../../constructs/plugin/built-plugin';
import { INSTANCE_ID } from '../../../emulator/seed/demo';
import type { ContactCentre } from './contact-centre';
import type { TerraformProject } from './project';

/** The command `adopt` as built, and what people do with the code that it writes. */

const ROOT = thisPackage().root;
export const COMMAND = join(ROOT, 'dist', 'cli', 'cdktf-amazon-connect.js');
export const KEYS = { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'AKIAADOPTER', AWS_SECRET_ACCESS_KEY: 'test' };
export const FAST = ['--rate', '1000', '--burst', '1000'];

export interface Told {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `adopt` with these options alone. @param env beside what the tests run with */
export async function runAdopt(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Told> {
  return promisify(execFile)(process.execPath, [COMMAND, 'adopt', ...args], { env: { ...process.env, ...KEYS, ...env } }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: Told) => ({ code, stdout, stderr }),
  );
}

/** Adopts the demo's resilient instance of a contact centre, as fast as it can. */
export const adoptFrom = ({ emulator }: ContactCentre, out: string, ...args: readonly string[]): Promise<Told> =>
  runAdopt(['--instance', INSTANCE_ID, '--endpoint', emulator.url, ...FAST, '--out', out, ...args]);

/** As the provider of a project needs it to call the emulator as fast as it likes. */
const CREDENTIALS = { access_key: 'AKIATEST', secret_key: 'test', requests_per_second: 1000, burst: 1000 };

interface HasProject {
  readonly project: TerraformProject;
}

/** Puts HCL that was written into a project. */
export async function useHcl(out: string, { project }: HasProject): Promise<void> {
  cpSync(out, project.directory, { recursive: true });
  project.write('fast_override.tf.json', JSON.stringify({ provider: { connect: CREDENTIALS } }));
  await project.succeed('init', '-input=false', '-no-color');
}

/** Puts what a program synthesizes into a project. */
export async function useProgram(out: string, { project }: HasProject): Promise<void> {
  withPackages(out);
  await run(out, join('tsx', 'dist', 'cli.mjs'), 'main.ts');
  const synthesized = readFileSync(join(out, 'cdktf.out', 'stacks', 'agents', 'cdk.tf.json'), 'utf8');
  const { provider, terraform, ...rest } = JSON.parse(synthesized);
  const connect = [{ ...provider.connect[0], ...CREDENTIALS }];
  const { required_providers } = terraform;
  project.write('cdk.tf.json', JSON.stringify({ ...rest, terraform: { required_providers }, provider: { connect } }));
}

/** Compiles the programs below a directory in one go, and lints them by our own rules. @throws an error that tells what is wrong with them */
export async function compileAndLint(programs: string): Promise<void> {
  const [first = ''] = readdirSync(programs);
  const { compilerOptions } = JSON.parse(readFileSync(join(programs, first, 'tsconfig.json'), 'utf8'));
  const types = { types: ['node'], typeRoots: [join(ROOT, 'node_modules', '@types')] };
  writeFileSync(join(programs, 'tsconfig.json'), JSON.stringify({ compilerOptions: { ...compilerOptions, ...types } }));
  await run(programs, join('typescript', 'bin', 'tsc'));
  await run(programs, join('eslint', 'bin', 'eslint.js'), '--config', join(ROOT, 'eslint.config.mjs'), '--max-warnings', '0', '**/*.ts');
}

async function run(cwd: string, program: string, ...args: readonly string[]): Promise<void> {
  await promisify(execFile)(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
    cwd,
    env: { ...process.env, ...KEYS },
  }).catch(({ stdout, stderr }: Told) => {
    throw new Error(`${stdout}\n${stderr}`);
  });
}

/** This checkout in place of the package, beside what it needs. */
function withPackages(directory: string): void {
  const packages = join(directory, 'node_modules');
  if (existsSync(packages)) return;
  mkdirSync(packages);
  symlinkSync(ROOT, join(packages, 'cdktf-amazon-connect'));
  for (const name of ['cdktf', 'constructs']) symlinkSync(join(ROOT, 'node_modules', name), join(packages, name));
}
