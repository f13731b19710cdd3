import { frontMatter, page } from './files.mjs';

/**
 * @param verbs of the command
 * @param spelled how an option is written
 * @param help the option that every verb has
 */
export const commandPage = (verbs, { spelled, help }) =>
  page([
    frontMatter({ title: 'The command line', description: 'The verbs of cdktf-amazon-connect, what each takes, and how it ends.' }),
    '<!-- Written by "node docs/generate.mjs". Change cli/verbs/ instead. -->',
    '# The command line',
    '`npx cdktf-amazon-connect VERB ...`, in a project that depends on this package. `help` lists the verbs, `help VERB` and `VERB --help` tell what one ' +
      'takes, `--version` and `-v` print the version.',
    [
      '| verb | what it does |',
      '|---|---|',
      ...verbs.map(({ name, summary }) => `| [\`${name}\`](#${name.replace(' ', '-')}) | ${summary} |`),
    ].join('\n'),
    'Each ends with 2, and its help, where it does not understand the command line; and quietly, with 141, where nobody reads its output to the end, as under `| head`.',
    ...verbs.flatMap((verb) => section(verb, spelled, help)),
  ]);

const section = ({ name, takes, about, options, exits, guide }, spelled, help) => [
  `## ${name}`,
  `\`\`\`shell\nnpx cdktf-amazon-connect ${name} ${takes}\n\`\`\``,
  ...about,
  ...(guide === undefined ? [] : [`[Guide](../${guide}).`]),
  [
    '| option | |',
    '|---|---|',
    ...Object.entries({ ...options, help }).map(([option, one]) => `| \`${escaped(spelled(option, one))}\` | ${escaped(one.text)} |`),
  ].join('\n'),
  ['| exit status | |', '|---|---|', ...exits.map(([status, meaning]) => `| ${status} | ${meaning} |`)].join('\n'),
];

/** A bar would end the cell. */
const escaped = (text) => text.replaceAll('|', '\\|');
