import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import ts from 'typescript';
import { generateBindings } from './constructs/bindings/generate.mjs';

/*
 * Builds everything, from generated code to `dist/`: `node build.mjs`, or only the steps named as
 * arguments. A step is left out while its output is there and what it is made from has not changed.
 */

const ROOT = dirname(fileURLToPath(import.meta.url));

/** Where the bindings of each framework are. */
const GEN = { cdktf: 'constructs/gen', cdktn: 'constructs/gen-cdktn' };

const PLUGIN = ['connect', 'custom-resources', 'provider'];

const steps = {
  protobuf: { output: 'provider/proto/gen', inputs: protobufInputs, run: generateMessages },
  bindings: { output: GEN.cdktf, inputs: () => bindingsInputs('cdktf'), run: () => generateBindings('cdktf', ours, GEN.cdktf) },
  'bindings-cdktn': { output: GEN.cdktn, inputs: () => bindingsInputs('cdktn'), run: () => generateBindings('cdktn', ours, GEN.cdktn) },
  plugin: { output: 'dist/plugin', inputs: () => sources(PLUGIN), run: bundlePlugin },
  adopt: { output: 'dist/adopt', inputs: () => sources([...PLUGIN, 'adopt', 'cli', 'constructs']), run: bundleAdopt },
  doctor: { output: 'dist/doctor', inputs: () => sources([...PLUGIN, 'cli', 'constructs']), run: bundleDoctor },
  library: { output: 'dist/constructs', inputs: librarySources, run: compileLibrary },
  cdktn: { output: 'dist-cdktn', inputs: librarySources, run: compileForCdkTerrain },
};

async function build(name) {
  const start = performance.now();
  const { output, inputs, run } = steps[name];
  const stamp = `node_modules/.cache/cdktf-amazon-connect/${name}`;
  const hash = (await inputs()).reduce((sum, input) => sum.update(input), createHash('sha256')).digest('hex');
  const fresh = existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
  if (!fresh) {
    rmSync(stamp, { force: true });
    await run();
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, hash);
  }
  console.log(`${name.padEnd(14)} ${output.padEnd(20)} ${fresh ? 'unchanged' : `${((performance.now() - start) / 1000).toFixed(1)} s`}`);
}

// ---- what generated code is made from

function protobufInputs() {
  return [readFileSync('provider/proto/buf.gen.yaml'), readFileSync('provider/proto/tfplugin6.proto'), versionOf('ts-proto')];
}

/** Set by the inputs of the step. */
let ours;

async function bindingsInputs(framework) {
  const { bindings, resources, dataSources, providerSchema, providerSchemaJson } = await evaluate(
    `export * from './custom-resources/index'; export * from './constructs/bindings/bindings'; export * from './constructs/bindings/provider-schema-json';`,
  );
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  ours = { providerSchema, bindings, schemaJson: providerSchemaJson({ provider: providerSchema, resources, dataSources }, version) };
  // Of what checks an attribute, its type knows the allowed words.
  const described = JSON.stringify(ours, (_, value) => (typeof value === 'function' ? value.allowed : value));
  const generators = ['generate', 'shape'].map((name) => readFileSync(`constructs/bindings/${name}.mjs`));
  return [described, ...generators, versionOf(`@${framework}/provider-generator`)];
}

/** What TypeScript code exports, without a build. */
async function evaluate(contents) {
  const options = { stdin: { contents, resolveDir: ROOT }, bundle: true, format: 'cjs', platform: 'node', write: false };
  const [{ text }] = (await esbuild.build(options)).outputFiles;
  const module = { exports: {} };
  new Function('module', 'exports', 'require', text)(module, module.exports, createRequire(import.meta.url));
  return module.exports;
}

function versionOf(name) {
  return JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
}

function generateMessages() {
  execFileSync('node_modules/.bin/buf', ['generate', 'provider/proto', '--template', 'provider/proto/buf.gen.yaml'], { stdio: 'inherit' });
}

// ---- the plugin

/** On stdout, and alone: Terraform shows the one line that it got in place of a handshake. */
const REFUSE_OLD_NODE =
  'if(parseInt(process.versions.node)<20){console.log("cdktf-amazon-connect needs Node.js 20.9 or later in the PATH; this is "+process.versions.node+".");process.exit(1)}';

/** Two files: Terraform starts the plugin many times for each command, and most starts never call AWS. */
async function bundlePlugin() {
  const fresh = 'dist/plugin.new';
  rmSync(fresh, { recursive: true, force: true });
  const bundles = [
    await bundle('provider/serve.ts', `${fresh}/terraform-provider-connect.cjs`, `#!/usr/bin/env node\n${REFUSE_OLD_NODE}`),
    await bundle('connect/open.ts', `${fresh}/aws.cjs`),
  ];
  chmodSync(`${fresh}/terraform-provider-connect.cjs`, 0o755);
  writeFileSync(`${fresh}/LICENSES`, licences(bundles));
  // By renaming: a Terraform that runs meanwhile finds the old plugin or the new one, or for a moment none, but never half of one.
  const old = 'dist/plugin.old';
  rmSync(old, { recursive: true, force: true });
  if (existsSync('dist/plugin')) renameSync('dist/plugin', old);
  renameSync(fresh, 'dist/plugin');
  rmSync(old, { recursive: true, force: true });
}

/** The verb `adopt`, with the AWS SDK of the plugin. */
async function bundleAdopt() {
  rmSync('dist/adopt', { recursive: true, force: true });
  const bundles = [await bundle('adopt/adopt.ts', 'dist/adopt/adopt.cjs', '', '../plugin/aws.cjs')];
  writeFileSync('dist/adopt/LICENSES', licences(bundles));
}

/** The verb `doctor`, with the AWS SDK of the plugin. */
async function bundleDoctor() {
  rmSync('dist/doctor', { recursive: true, force: true });
  const bundles = [await bundle('cli/doctor/doctor.ts', 'dist/doctor/doctor.cjs', '', '../plugin/aws.cjs')];
  writeFileSync('dist/doctor/LICENSES', licences(bundles));
}

async function bundle(entry, outfile, banner = '', aws = './aws.cjs') {
  const { outputFiles, metafile } = await esbuild.build({
    entryPoints: [entry],
    outfile,
    banner: { js: banner },
    bundle: true,
    format: 'cjs',
    legalComments: 'external',
    mainFields: ['module', 'main'],
    metafile: true,
    minify: true,
    platform: 'node',
    plugins: [awsInItsOwnFile(aws), onlySchemasInUse],
    supported: { 'dynamic-import': false },
    target: 'node20',
    write: false,
  });
  mkdirSync(dirname(outfile), { recursive: true });
  writeFileSync(outfile, outputFiles.find(({ path }) => path.endsWith('.cjs')).text);
  const comments = outputFiles.find(({ path }) => path.endsWith('.LEGAL.txt'))?.text ?? '';
  return { inputs: Object.keys(metafile.inputs), comments };
}

const awsInItsOwnFile = (path) => ({
  name: 'aws-in-its-own-file',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/connect\/open(\.js)?$/ }, ({ kind }) => (kind === 'entry-point' ? undefined : { path, external: true })),
});

/**
 * The AWS SDK describes all operations of a service in one file. For esbuild, a computed key as in `{ [_hQ]: _nT }` may have an effect, and it
 * keeps what nobody uses: 300 operations of Amazon Connect, a third of the file that is read at each plan. The constants are texts.
 */
const onlySchemasInUse = {
  name: 'only-schemas-in-use',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/schemas_0\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const texts = new Map([...source.matchAll(/^const (\w+) = ("\w+");$/gm)].map(([, name, text]) => [name, text]));
      return { contents: source.replace(/\[(\w+)\]:/g, (key, name) => (texts.has(name) ? `${texts.get(name)}:` : key)) };
    }),
};

/** The licences of all packages of which code is in the plugin, equal texts once. */
function licences(bundles) {
  const packages = new Set(
    bundles.flatMap(({ inputs }) => inputs.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? [])),
  );
  const byText = new Map();
  for (const directory of [...packages].sort()) {
    const { name, version, license } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
    const files = readdirSync(directory).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
    const text = files.map((file) => readFileSync(join(directory, file), 'utf8').trim()).join('\n\n') || `Licence: ${license}`;
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version}`]);
  }
  // Some files have terms of their own in their comments, where no tool that bundles looks.
  for (const file of new Set(bundles.flatMap(({ inputs }) => inputs)))
    for (const [comment] of readFileSync(file, 'utf8').matchAll(/(?:^\/\/.*\n)+|\/\*[^]*?\*\//gm))
      if (comment.includes('Redistributions')) byText.set(comment.replace(/^\/\/ ?/gm, '').trim(), [file.replace(/^.*node_modules\//, '')]);
  const texts = [...byText].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`);
  return [...texts, ...bundles.map(({ comments }) => comments).filter(Boolean)].join(`\n${'-'.repeat(80)}\n\n`);
}

// ---- the library

/** Tests stay out; of provider/, connect/ and custom-resources/ only what these import comes along. */
const LIBRARY = /^(cli(?!\/doctor)|constructs(?!\/bindings)|emulator|examples\/demo|__tests__\/bench)\/.*$/;

/** What the code reads from beside itself. */
const ASSET = /\.(json|tf|css|js)$|\/(NOTICE|LICENSE)$/;

function compileLibrary() {
  const { options, fileNames } = compilerSettings();
  const roots = fileNames.filter((file) => LIBRARY.test(relative(ROOT, file)) && !file.endsWith('.test.ts'));
  for (const entry of existsSync('dist') ? readdirSync('dist') : [])
    if (!['plugin', 'adopt', 'doctor'].includes(entry)) rmSync(join('dist', entry), { recursive: true });
  const problems = compile(roots, options);
  for (const file of filesBelow('cli', 'emulator').filter((name) => ASSET.test(name))) {
    mkdirSync(dirname(join('dist', file)), { recursive: true });
    copyFileSync(file, join('dist', file));
  }
  chmodSync('dist/cli/cdktf-amazon-connect.js', 0o755);
  refuse(problems);
}

/** The same constructs on the community's fork of CDKTF: its bindings, and its name in place of CDKTF's. */
function compileForCdkTerrain() {
  rmSync('dist-cdktn', { recursive: true, force: true });
  const options = { ...compilerSettings().options, outDir: 'dist-cdktn' };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (file, languageVersion, ...rest) => {
    const path = relative(ROOT, file);
    if (!/^(connect|constructs|custom-resources)\//.test(path)) return getSourceFile(file, languageVersion, ...rest);
    const text = readFileSync(path.replace(`${GEN.cdktf}/`, `${GEN.cdktn}/`), 'utf8');
    return ts.createSourceFile(file, text.replace(/(\b(?:require|import)\(|\bfrom )(["'])cdktf\2/g, '$1$2cdktn$2'), languageVersion);
  };
  refuse(compile(['constructs/index.ts', 'constructs/testing/index.ts'], options, host));
}

function compilerSettings() {
  return ts.parseJsonConfigFileContent(ts.readConfigFile('tsconfig.json', ts.sys.readFile).config, ts.sys, ROOT);
}

/** Emits in spite of type errors, and gives them. */
function compile(roots, options, host) {
  const program = ts.createProgram(roots, { ...options, noEmit: false }, host);
  return [...ts.getPreEmitDiagnostics(program), ...program.emit().diagnostics];
}

function refuse(problems) {
  if (problems.length > 0)
    throw new Error(
      ts.formatDiagnostics(problems, { getCanonicalFileName: (name) => name, getCurrentDirectory: () => ROOT, getNewLine: () => '\n' }),
    );
}

// ---- files

/** Neither programs nor examples, but the demo: who edits `main.ts` waits for no build. */
function librarySources() {
  return sources([...PLUGIN, 'cli', 'constructs', 'emulator', 'examples/demo', '__tests__/bench']);
}

function sources(folders) {
  const files = ['build.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];
  return [...files, ...filesBelow(...folders)].flatMap((file) => [file, readFileSync(file)]);
}

/** Without what tools leave behind. */
function filesBelow(...folders) {
  return folders
    .filter(existsSync)
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, name)))
    .filter((file) => !/(^|\/)(cdktf\.out|node_modules|\.terraform)(\/|$)/.test(file) && statSync(file).isFile())
    .sort();
}

// ----

process.chdir(ROOT);
const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in steps));
try {
  if (unknown.length > 0) throw new Error(`There is no step ${unknown.join(', ')}; there are ${Object.keys(steps).join(', ')}.`);
  for (const name of named.length > 0 ? named : Object.keys(steps)) await build(name);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
