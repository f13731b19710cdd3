/** What the provider serves, one line each; `docs` is the way to the pages. */
export const servedTable = (served, docs) =>
  [
    '| Terraform type | construct | what it is |',
    '|---|---|---|',
    ...served.map(
      ({ kind, type, page, construct, schema }) =>
        `| [\`${type}\`](${docs}${page})${kind === 'data source' ? ' (data)' : ''} | \`${construct}\` | ${firstSentence(schema.description)} |`,
    ),
  ].join('\n');

const firstSentence = (text) => text.replace(/\. .*/, '.');

const [BEGIN, END] = ['<!-- What is served: written by "npm run docs". -->', '<!-- /What is served -->'];

/** A page that is written by hand, with the table between its marks. */
export function withTable(text, table) {
  const [before, rest = ''] = text.split(BEGIN);
  const [, after] = rest.split(END);
  if (after === undefined) throw new Error(`The page has no ${BEGIN} ... ${END}.`);
  return `${before}${BEGIN}\n${table}\n${END}${after}`;
}
