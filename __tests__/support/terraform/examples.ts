import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { thisPackage } from '../../../constructs/plugin/built-plugin';

const EXAMPLES = join(thisPackage().root, 'examples');

/** The examples of the reference pages; those that are programs only have tests of their own. */
export const exampleNames = readdirSync(EXAMPLES).filter((name) => existsSync(join(EXAMPLES, name, 'main.tf')));

export const examplePath = (name: string, file: string): string => join(EXAMPLES, name, file);
export const exampleText = (name: string, file: string): string => readFileSync(examplePath(name, file), 'utf8');
