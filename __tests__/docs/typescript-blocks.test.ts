import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { thisPackage } from '../../constructs/plugin/built-plugin';
import { newDirectory, removeDirectories } from '../support/constructs/directories';
import { type Block, blocksIn } from '../support/docs/blocks';
import { programOf } from '../support/docs/programs';
import { exampleNames, exampleText } from '../support/terraform/examples';

/** Every piece of TypeScript on a page is compiled, and synthesized as CDKTF does; the examples have tests of their own. */

const { root } = thisPackage();
const examples = new Set(exampleNames.map((name) => exampleText(name, 'main.ts').trim()));
const blocks = blocksIn('ts', 'typescript').filter(({ text }) => !examples.has(text.trim()));

/** What people bring. */
const FILES: Readonly<Record<string, string>> = {
  'berlin.csv': exampleText('roster', 'berlin.csv'),
  'paris.csv': 'login id,first_name,last_name,routing_profile,security_profiles,team\nmarie.curie,Marie,Curie,Sales,Agent,north\n',
};

const nameOf = ({ page, line }: Block): string => `${page.replace(/\W/g, '-')}-${line}`;

/** A project where the package is installed, with a program for each block. */
function writtenPrograms(): string {
  const project = newDirectory();
  for (const name of ['cdktf', 'constructs', '@cdktf', '@types', '@jest', 'expect'])
    link(join(root, 'node_modules', name), join(project, 'node_modules', name));
  link(root, join(project, 'node_modules', 'cdktf-amazon-connect'));
  const given = blocksIn('csv', 'json').filter(({ file }) => file !== undefined);
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(project, name), text);
  for (const { file = '', text } of given) writeFileSync(join(project, file), text);
  for (const block of blocks) writeFileSync(join(project, `${nameOf(block)}.ts`), programOf(block));
  return project;
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path, 'dir');
}

describe('the TypeScript on all pages', () => {
  const project = writtenPrograms();
  afterAll(removeDirectories);

  it('compiles', () => {
    const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => readFileSync(path, 'utf8'));
    const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, project);
    const files = blocks.map((block) => join(project, `${nameOf(block)}.ts`));
    const program = ts.createProgram(files, {
      ...options,
      rootDir: undefined,
      noEmit: true,
      noUnusedLocals: false,
      typeRoots: [join(root, 'node_modules/@types')],
    });
    const problems = files.flatMap((file) => {
      const source = program.getSourceFile(file);
      return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    });
    expect(problems.map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`)).toEqual([]);
  });

  it.each(blocks.map((block) => [`${block.page}, line ${block.line}`, block] as const))('is synthesized: %s', async (_, block) => {
    const outdir = newDirectory();
    const before = process.cwd();
    process.env['CDKTF_OUTDIR'] = outdir;
    process.chdir(project);
    try {
      await import(join(project, `${nameOf(block)}.ts`));
    } finally {
      delete process.env['CDKTF_OUTDIR'];
      process.chdir(before);
    }
    expect(readdirSync(join(outdir, 'stacks'))).toContainEqual(expect.stringMatching(/^agents/));
  });
});
