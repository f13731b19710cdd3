import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { thisPackage } from '../../../constructs/plugin/built-plugin';

/** A piece of code on a page. */
export interface Block {
  readonly page: string;
  readonly line: number;
  readonly language: string;
  /** Where the page says what the file is called: `ts file=main.ts`. */
  readonly file: string | undefined;
  readonly text: string;
}

const { root } = thisPackage();

/** The pages that people read, from the root of the project. */
export const pages: readonly string[] = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md'],
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && !path.startsWith('parts'))
    .map((path) => join('docs', path))
    .sort(),
];

export const pageText = (page: string): string => readFileSync(join(root, page), 'utf8');

/** The blocks in one of these languages, in the order of the pages. */
export const blocksIn = (...languages: readonly string[]): readonly Block[] =>
  pages.flatMap(blocksOf).filter(({ language }) => languages.includes(language));

/** Blocks between fences; lines that are only indented are commands. */
export function blocksOf(page: string): readonly Block[] {
  const text = pageText(page);
  return [...text.matchAll(/^( *)```(\w+)(?: file=(\S+))?\n([^]*?)^ *```$/gm)].map((match) => {
    const [, indent = '', language = '', file, inside = ''] = match;
    const line = text.slice(0, match.index).split('\n').length;
    return { page, line, language, file, text: inside.replace(new RegExp(`^${indent}`, 'gm'), '') };
  });
}
