import { blocksOf, pageText } from './blocks';

export type Framework = 'cdktf' | 'cdktn';

/** What the README has somebody do who begins with an empty directory. */
export interface Newcomer {
  /** What is typed, in this order, but for the path of the tarball and the port. */
  readonly commands: {
    readonly init: string;
    readonly install: string;
    /** In another terminal. */
    readonly emulator: string;
    readonly export: string;
    readonly deploy: string;
  };
  /** The program and how it is run. */
  readonly files: Readonly<Record<'main.ts' | 'cdktf.json', string>>;
  /** The first line of the team's file. */
  readonly header: string;
}

/** What the README says is another with CDK Terrain. */
const TERRAIN: readonly (readonly [RegExp, string])[] = [
  [/\bcdktf(-cli)?@0\.21\b/g, 'cdktn$1@0.24'],
  [/'cdktf'/g, "'cdktn'"],
  [/'cdktf-amazon-connect'/g, "'cdktf-amazon-connect/cdktn'"],
  [/^npx cdktf /, 'npx cdktn '],
];

export function newcomer(framework: Framework): Newcomer {
  const readme = pageText('README.md');
  const blocks = blocksOf('README.md');
  const adapted = (text: string): string =>
    framework === 'cdktf' ? text : TERRAIN.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
  const typed = (pattern: RegExp): string => {
    const [line] = pattern.exec(readme) ?? [];
    if (line === undefined) throw new Error(`The README has no command like ${String(pattern)}`);
    return adapted(line);
  };
  const file = (name: string): string => {
    const block = blocks.find((one) => one.file === name);
    if (!block) throw new Error(`The README has no ${name}`);
    return adapted(block.text);
  };
  return {
    commands: {
      init: typed(/^npm init .*$/m),
      install: typed(/^npm install .*$/m),
      emulator: typed(/\bnpx cdktf-amazon-connect emulator [^`]*/),
      export: typed(/^export .*$/m),
      deploy: typed(/^npx cdktf deploy$/m),
    },
    files: { 'main.ts': file('main.ts'), 'cdktf.json': file('cdktf.json') },
    header: file('team.csv').split('\n')[0] ?? '',
  };
}
