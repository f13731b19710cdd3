import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';
import type { PluginPackage } from '../terraform/project';

export interface ToyPackage extends PluginPackage {
  readonly executable: string;
  remove(): void;
}

/** The toy provider as a package that Terraform can install. */
export function buildToyPackage(): ToyPackage {
  const directory = mkdtempSync(join(tmpdir(), 'toy-plugin-'));
  const executable = join(directory, 'terraform-provider-toy_v1.0.0.cjs');
  // In a process of its own: esbuild does not run inside jest's sandbox.
  execFileSync(process.execPath, ['-e', 'require("esbuild").buildSync(JSON.parse(process.argv[1]))', JSON.stringify(bundle(executable))], {
    cwd: __dirname,
  });
  chmodSync(executable, 0o755);
  return {
    directory,
    executable,
    source: 'example.test/acme/toy',
    version: '1.0.0',
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

const bundle = (outfile: string): BuildOptions => ({
  entryPoints: [join(__dirname, 'plugin.ts')],
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  logLevel: 'error',
  banner: { js: '#!/usr/bin/env node' },
  outfile,
});
