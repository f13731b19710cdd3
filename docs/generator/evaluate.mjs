import { createRequire } from 'node:module';
import { fileURLToPath, URL } from 'node:url';
import esbuild from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What TypeScript code of this project exports, without a build. Paths are relative to its root. */
export async function evaluate(contents) {
  const options = { stdin: { contents, resolveDir: ROOT, loader: 'ts' }, bundle: true, format: 'cjs', platform: 'node', write: false };
  const [{ text }] = (await esbuild.build(options)).outputFiles;
  const module = { exports: {} };
  new Function('module', 'exports', 'require', text)(module, module.exports, createRequire(import.meta.url));
  return module.exports;
}
