import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { jsonFault } from './json-fault';
import { itemLines } from './json-lines';
import { keyTwice } from './json-twice';
import { personOf, type RosterProblem } from './problem';
import { type List, nobody, type Records, type RosterRecord } from './record';

/* JSON and YAML: a list of people, by itself or below the key under which programs export it. */

const LISTS = ['Resources', 'agents', 'people', 'users'];

const EXPECTED = `must be a list of people, or an object that has one as ${LISTS.map((key) => `"${key}"`).join(', ')}`;

const EMPTY = `${EXPECTED}; the file is empty`;

/** Of an object with several lists: whom one of them leaves out would be deleted. @param keys the lists, as often as they are there */
const several = (keys: readonly string[]): Records =>
  nobody({ line: 1, message: `must have all people in one list; it has ${keys.map((key) => `"${key}"`).join(' and ')}` });

export function readJson(text: string): Records {
  if (text.trim() === '') return nobody({ line: 1, message: EMPTY });
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    const { at, isAfterTheEnd } = jsonFault(text);
    const said = error instanceof Error ? error.message : '';
    return nobody({ line: text.slice(0, at).split('\n').length, message: isAfterTheEnd ? ONE_DOCUMENT : `must be JSON: ${said}` });
  }
  const [key, ...others] = LISTS.filter((one) => isObject(content) && Array.isArray(content[one]));
  if (key !== undefined && others.length > 0) return several([key, ...others]);
  const list: unknown = key !== undefined && isObject(content) ? content[key] : content;
  if (!Array.isArray(list)) return nobody({ line: 1, message: EXPECTED });
  const lines = itemLines(text, key);
  if (key !== undefined && lines.length > list.length) return several([key, key]);
  const twice = keyTwice(text);
  if (twice) return nobody({ line: twice.line, column: twice.key, message: 'must be there once' });
  const items = list.map((value: unknown, index) => ({ line: lines[index] ?? 1, value }));
  return records(items, key !== undefined && isObject(content) ? { key, object: new Map(Object.entries(content)) } : undefined);
}

const ONE_DOCUMENT =
  'must be the end of the file, since a whole JSON document stands before it. If each line is a document (JSON Lines), put "[" before the first, "]" after the last, and a comma between them';

export function readYaml(text: string): Records {
  if (text.trim() === '') return nobody({ line: 1, message: EMPTY });
  const lines = new LineCounter();
  const lineOf = (node: unknown): number => lines.linePos((node as Node | null)?.range?.[0] ?? 0).line;
  // All but null as it is written: 007 and 1e3 may be names, and +49301234 is a number to dial.
  const document = parseDocument(text, { lineCounter: lines, schema: 'failsafe', customTags: ['null'] });
  const problems = document.errors.map(({ code, message, pos: [at] }) => ({
    line: lines.linePos(at).line,
    message:
      code === 'MULTIPLE_DOCS'
        ? 'must not begin another document by "---": all people stand in one list'
        : `must be YAML: ${message.split('\n')[0]?.replace(/:$/, '')}`,
  }));
  if (problems.length > 0) return nobody(...problems);
  const { contents } = document;
  const [key, ...others] = isMap(contents) ? LISTS.filter((one) => isSeq(contents.get(one))) : [];
  if (key !== undefined && others.length > 0) return several([key, ...others]);
  const list: unknown = isMap(contents) && key !== undefined ? contents.get(key) : contents;
  if (!isSeq(list)) return nobody({ line: 1, message: EXPECTED });
  const items = list.items.map((node) => ({ line: lineOf(node), value: isMap(node) ? node.toJS(document) : undefined }));
  if (!isMap(contents) || key === undefined) return records(items);
  const pairs = contents.items.map(({ key: name, value }) => [String(name), isScalar(value) ? value.value : value] as const);
  return records(items, { key, object: new Map(pairs) });
}

function records(items: readonly { readonly line: number; readonly value: unknown }[], list?: List): Records {
  const problems: RosterProblem[] = [];
  const people = items.flatMap(({ line, value }, index): RosterRecord[] => {
    const number = index + 1;
    if (isObject(value))
      return [
        {
          line,
          number,
          values: new Map(
            Object.entries(value)
              .map(trimmed)
              .filter(([, one]) => one !== null && one !== ''),
          ),
        },
      ];
    const message = 'must be a person with named columns, such as { "name": "ada.lovelace" }';
    problems.push({ line, person: personOf(number, undefined), message });
    return [];
  });
  const columns = [...new Set(people.flatMap(({ values }) => [...values.keys()]))];
  return { headerLine: people[0]?.line ?? 1, columns, records: people, problems, list };
}

const trimmed = ([key, value]: readonly [string, unknown]): readonly [string, unknown] => [key, withoutBlanks(value)];

/** As CSV has its cells. */
function withoutBlanks(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(withoutBlanks);
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(trimmed)) : value;
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
