/** What the provider serves, one line each. */
export const servedTable = (served) =>
  [
    '| Terraform type | construct | what it is |',
    '|---|---|---|',
    ...served.map(
      ({ kind, type, page, construct, schema }) =>
        `| [\`${type}\`](${page})${kind === 'data source' ? ' (data)' : ''} | \`${construct}\` | ${firstSentence(schema.description)} |`,
    ),
  ].join('\n');

export const firstSentence = (text) => text.replace(/\. .*/, '.');
