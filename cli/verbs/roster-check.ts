import type { Verb } from '../verb';

export const ROSTER_CHECK = {
  name: 'roster check',
  takes: 'FILE... [options]',
  summary: 'tell all that is wrong with roster files',
  about: [
    'Reads files of people as "Roster.fromFile" does, and tells all that is wrong, each with file, line, column and what was expected. ' +
      'It needs neither Terraform nor Amazon Connect.',
  ],
  options: {
    format: { type: 'string', value: 'csv|json|yaml', text: "what the files are (default: what each file's name says)" },
    column: {
      type: 'string',
      multiple: true,
      value: 'FIELD=NAME',
      text: 'how the files call a column, such as name="login id"; as "columns" in a program; may be repeated',
    },
    'other-column': {
      type: 'string',
      multiple: true,
      value: 'NAME',
      text: 'a column that the program reads itself; as "otherColumns" there; may be repeated',
    },
    require: {
      type: 'string',
      multiple: true,
      value: 'FIELD',
      text: 'what everybody must have, such as routing_profile, where the program does not give it; may be repeated',
    },
  },
  exits: [
    [0, 'nothing is wrong'],
    [1, 'something is wrong, or a file cannot be read'],
    [2, 'the command line is not understood'],
  ],
  guide: 'guides/rosters.md',
} as const satisfies Verb;
