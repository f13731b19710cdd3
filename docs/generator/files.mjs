import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath, URL } from 'node:url';

const read = (path) => {
  const file = fileURLToPath(new URL(path, import.meta.url));
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
};

/** A hand-written section of a page; nothing where there is none. */
export const part = (key, name) => read(`../parts/${key}/${name}.md`);

/** An example that tests run. */
export function example(key, file) {
  const text = read(`../../examples/${key}/${file}`);
  if (text === undefined) throw new Error(`There is no examples/${key}/${file}.`);
  return text;
}

/** A page out of its sections; what is missing leaves no trace. */
export const page = (sections) => `${sections.flat().filter(Boolean).join('\n\n')}\n`;

/** What Terraform's registry reads at the head of a page. */
export const frontMatter = ({ title, subcategory = '', description }) =>
  [
    '---',
    `page_title: ${JSON.stringify(title)}`,
    `subcategory: ${JSON.stringify(subcategory)}`,
    'description: |-',
    `  ${description}`,
    '---',
  ].join('\n');

export const NOTICE = '<!-- Written by "node docs/generate.mjs". Change the schema, docs/parts/ or examples/ instead. -->';
