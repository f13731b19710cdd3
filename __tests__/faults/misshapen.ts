import type { Answer } from '../../emulator/emulator';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

export interface Misshapen {
  /** `User.Id is a number` */
  readonly name: string;
  /** The same answer, but for one member. */
  readonly body: (body: string) => string;
}

/** Deeper down, nothing is looked at by itself. */
const DEEPEST = 4;

/** Members that say what is meant: without one, an answer tells nothing. */
const NAMES_IT = /^(Id|UserId|Arn|UserArn|InstanceAlias|Username|Name|Status)$/;

/** Structures that a user may do without: null is one that is not there, and the SDK reads an empty list as an empty one. */
const MAY_BE_ABSENT = /^(IdentityInfo|PhoneConfig|Tags)$/;

/** One answer for each member of this one, with that member of another type; of a list, its first element counts. */
export function misshapen({ body }: Answer): readonly Misshapen[] {
  if (!body.startsWith('{')) return [];
  return pathsIn(JSON.parse(body) as Json, []).flatMap(({ path, value }) =>
    variants(path, value).map(({ said, put }) => ({
      name: `${path.join('.')} ${said}`,
      body: (text) => (text.startsWith('{') ? JSON.stringify(replaced(JSON.parse(text) as Json, path, put)) : text),
    })),
  );
}

type Path = readonly string[];

/** An instance whose users are in an existing directory has no alias. */
const mayLackAlias = ([list, , member]: Path): boolean => list === 'InstanceSummaryList' && member === 'InstanceAlias';

function pathsIn(value: Json, path: Path): readonly { readonly path: Path; readonly value: Json }[] {
  const here = path.length > 0 ? [{ path, value }] : [];
  if (path.length >= DEEPEST || typeof value !== 'object' || value === null) return here;
  const members = isList(value) ? value.slice(0, 1).map((element, index) => [String(index), element] as const) : Object.entries(value);
  return [...here, ...members.flatMap(([name, member]) => pathsIn(member, [...path, name]))];
}

function variants(path: Path, value: Json): readonly { readonly said: string; readonly put: Json | undefined }[] {
  const name = path.at(-1) ?? '';
  if (isList(value))
    return [
      { said: 'is a text', put: 'a text' },
      { said: 'is an object', put: { a: 1 } },
      { said: 'holds null', put: [null] },
    ];
  if (typeof value === 'object' && value !== null)
    return [
      ...(MAY_BE_ABSENT.test(name)
        ? []
        : [
            { said: 'is null', put: null },
            { said: 'is a list', put: [] },
          ]),
      { said: 'is a text', put: 'a text' },
    ];
  if (typeof value !== 'string')
    return [
      { said: 'is a text', put: 'a text' },
      { said: 'is an object', put: {} },
    ];
  return [
    { said: 'is a number', put: 42 },
    { said: 'is a list', put: ['a', 'list'] },
    ...(NAMES_IT.test(name) && !mayLackAlias(path)
      ? [
          { said: 'is null', put: null },
          { said: 'is missing', put: undefined },
          { said: 'is empty', put: '' },
        ]
      : []),
  ];
}

/** Without the member if there is nothing to put. */
function replaced(value: Json, [name, ...rest]: Path, put: Json | undefined): Json {
  if (name === undefined || typeof value !== 'object' || value === null) return value;
  const inner = (old: Json): Json | undefined => (rest.length > 0 ? replaced(old, rest, put) : put);
  if (isList(value)) return value.map((element, index) => (String(index) === name ? (inner(element) ?? null) : element));
  if (!(name in value)) return value;
  const { [name]: old = null, ...others } = value;
  const made = inner(old);
  return made === undefined ? others : { ...others, [name]: made };
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
