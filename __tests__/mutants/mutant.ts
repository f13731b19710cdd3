/** All mutants of the production code that talks to Amazon Connect and to Terraform, and the code that holds them. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['connect', 'custom-resources', 'provider'];

/** Texts are left out: most are the words of a message or a description, which tests quote in parts. */
const LEFT_OUT = ['StringLiteral'];

export interface Mutant {
  /** What the instrumented code knows it by. */
  readonly id: string;
  /** `connect/region.ts:12:3 EqualityOperator: a !== b` */
  readonly name: string;
  /** Says the same without the place in the file, which moves with every line above. */
  readonly lasting: string;
}

interface Location {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

export interface Instrumented {
  readonly files: readonly { readonly name: string; readonly content: string }[];
  readonly mutants: readonly Mutant[];
}

const isSource = (name: string): boolean => name.endsWith('.ts') && !name.includes('gen/');

/** Puts every mutant into the code; the one that the environment names is alive. */
export async function instrument(root: string): Promise<Instrumented> {
  const { createInjector } = await import('typed-inject');
  const { createInstrumenter } = await import('@stryker-mutator/instrumenter');
  const silent = { isTraceEnabled: no, isDebugEnabled: no, isInfoEnabled: no, isWarnEnabled: no, isErrorEnabled: no, isFatalEnabled: no };
  const logger = { ...silent, trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing, fatal: nothing };
  const injector = createInjector()
    .provideValue('logger', logger)
    .provideValue('getLogger', () => logger);
  const instrumenter = injector.injectFunction(createInstrumenter as never) as ReturnType<typeof createInstrumenter>;
  const names = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  const sources = names.filter(isSource).sort();
  const texts = new Map(sources.map((name) => [name, readFileSync(join(root, name), 'utf8')]));
  const { files, mutants } = await instrumenter.instrument(
    sources.map((name) => ({ name, content: texts.get(name) ?? '', mutate: true })),
    { ignorers: [], excludedMutations: LEFT_OUT, plugins: null },
  );
  const seen = new Map<string, number>();
  return {
    files,
    mutants: mutants
      .filter(({ mutatorName }) => !LEFT_OUT.includes(mutatorName))
      .map(({ id, fileName, location, mutatorName, replacement }) => {
        const { start } = location;
        const change = `${fileName} ${mutatorName}: ${codeAt(texts.get(fileName) ?? '', location)} -> ${replacement}`;
        const before = seen.get(change) ?? 0;
        seen.set(change, before + 1);
        return {
          id,
          name: `${fileName}:${start.line + 1}:${start.column + 1} ${mutatorName}: ${oneLine(replacement)}`,
          lasting: `${change} #${before}`,
        };
      }),
  };
}

/** The same ones every time, from everywhere. A change of the code takes away those that it touches, and may bring new ones. */
export const sampleOf = (mutants: readonly Mutant[], count: number): readonly Mutant[] =>
  mutants
    .map((mutant) => ({ mutant, rank: createHash('sha256').update(mutant.lasting).digest('hex') }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, count)
    .map(({ mutant }) => mutant);

function codeAt(text: string, { start, end }: Location): string {
  const lines = text.split('\n').slice(start.line, end.line + 1);
  const upToEnd = [...lines.slice(0, -1), (lines.at(-1) ?? '').slice(0, end.column)];
  return [(upToEnd[0] ?? '').slice(start.column), ...upToEnd.slice(1)].join('\n');
}

const oneLine = (code: string): string => code.replaceAll(/\s+/g, ' ').slice(0, 100);
const no = (): boolean => false;
const nothing = (): void => undefined;
