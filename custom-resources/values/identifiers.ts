import type { Id } from '../../connect/gateway';
import { REGION_NAME } from '../../connect/connection';
import type { Check } from '../contract/schema';
import type { Value } from '../contract/value';
import { all } from './checks';

/**
 * Identifiers of Amazon Connect things: a bare id or an ARN. All forms name the same thing, so a
 * configuration may use either, and swapping them is no change.
 */

export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

export function parseArn(text: string): Arn | undefined {
  const match = /^arn:([^:]+):([^:]+):([^:]*):([^:]*):(.+)$/.exec(text);
  if (!match) return undefined;
  const [, partition = '', service = '', region = '', account = '', resource = ''] = match;
  return { partition, service, region, account, resource };
}

export const isArn = (text: string): boolean => text.startsWith('arn:');

/** One kind of thing, as its ARN spells it. */
export interface IdentifierKind {
  /** For messages: "a routing profile". */
  readonly noun: string;
  /** The ARN's resource part; group 1 is the instance where there are two groups, the last is the id. */
  readonly resource: RegExp;
  /** The resource part, for messages. */
  readonly shape: string;
  readonly bare: RegExp;
  /** The `id` of resources and data sources, which names the thing with its instance; group 1 is the instance, group 2 the id. */
  readonly resourceId?: RegExp;
  readonly bareShape: string;
}

const BARE = /^[a-zA-Z0-9_-]{1,100}$/;
const BARE_SHAPE = 'an id of letters, digits, "-" and "_"';
const withinInstance = (noun: string, segment: string): IdentifierKind => ({
  noun,
  resource: new RegExp(`^instance/([a-zA-Z0-9_-]+)/${segment}/([a-zA-Z0-9_-]+)$`),
  shape: `instance/INSTANCE/${segment}/ID`,
  bare: BARE,
  resourceId: /^([a-zA-Z0-9_-]+):([a-zA-Z0-9_-]+)$/,
  bareShape: BARE_SHAPE,
});

export const INSTANCE: IdentifierKind = {
  noun: 'an Amazon Connect instance',
  resource: /^instance\/([a-zA-Z0-9_-]+)$/,
  shape: 'instance/ID',
  bare: BARE,
  bareShape: BARE_SHAPE,
};
export const USER = withinInstance('a user', 'agent');
export const ROUTING_PROFILE = withinInstance('a routing profile', 'routing-profile');
export const SECURITY_PROFILE = withinInstance('a security profile', 'security-profile');
export const HIERARCHY_GROUP = withinInstance('a hierarchy group', 'agent-group');
export const QUEUE = withinInstance('a queue', 'queue');
export const CONTACT_FLOW = withinInstance('a flow', 'contact-flow');
export const QUICK_CONNECT = withinInstance('a quick connect', 'transfer-destination');

/** The service itself demands a lower-case UUID here (model pattern TrafficDistributionGroupIdOrArn). */
export const TRAFFIC_DISTRIBUTION_GROUP: IdentifierKind = {
  noun: 'a traffic distribution group',
  resource: /^traffic-distribution-group\/([a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12})$/,
  shape: 'traffic-distribution-group/UUID',
  bare: /^[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}$/,
  bareShape: 'a lower-case UUID',
};

/** Without its article. */
export const nounOf = ({ noun }: IdentifierKind): string => noun.replace(/^an? /, '');

/** The bare id in an id or ARN that `identifierProblem` accepts: the one way from a configuration or a state to what the gateway takes. */
export const bareId = (kind: IdentifierKind, text: string): Id => (partsOf(kind, text)?.at(-1) ?? text) as Id;

const partsOf = (kind: IdentifierKind, text: string): RegExpExecArray | null | undefined =>
  isArn(text) ? kind.resource.exec(parseArn(text)?.resource ?? '') : kind.resourceId?.exec(text);

/** `INSTANCE:ID`, as bare ids: how the `id` of what lies within an instance is written. */
export const idWithin = (instance: string, id: string): string => `${bareId(INSTANCE, instance)}:${id}`;

/** Whether two texts name the same thing. */
export const isSameId = (kind: IdentifierKind, one: string, other: string): boolean => bareId(kind, one) === bareId(kind, other);

/** Texts by the ids that they spell. */
export const byId = (kind: IdentifierKind, texts: readonly string[]): ReadonlyMap<Id, string> =>
  new Map(texts.map((text) => [bareId(kind, text), text]));

/** An id as one of the texts spells it. */
export const spelledAs = (kind: IdentifierKind, texts: readonly (string | null | undefined)[], id: string): string =>
  texts.find((text) => typeof text === 'string' && bareId(kind, text) === id) ?? id;

/** The instance that an ARN names, where its kind lies within one. */
export function instanceOf(kind: IdentifierKind, text: string): string | undefined {
  const match = partsOf(kind, text);
  if (!match) return undefined;
  return kind === INSTANCE || match.length === 3 ? match[1] : undefined;
}

export const regionOf = (text: string): string | undefined => parseArn(text)?.region || undefined;

export function identifierProblem(kind: IdentifierKind, text: string): string | undefined {
  const expected = `must be ${kind.noun}: ${kind.bareShape}, or an ARN "arn:aws:connect:REGION:ACCOUNT:${kind.shape}"`;
  if (!isArn(text)) return kind.bare.test(text) || kind.resourceId?.test(text) ? undefined : `${expected}; got "${text}"`;
  const arn = parseArn(text);
  if (!arn) return `${expected}; "${text}" is not a complete ARN`;
  if (arn.service !== 'connect') return `${expected}; got an ARN of the service "${arn.service}"`;
  if (!kind.resource.test(arn.resource)) return `${expected}; got an ARN of "${arn.resource}"`;
  if (!REGION_NAME.test(arn.region)) return `${expected}; the ARN's Region is "${arn.region}"`;
  return undefined;
}

/** The `check` of an attribute that names one thing of a kind, or a set of them. */
export const identifies =
  (kind: IdentifierKind): Check =>
  (value) => {
    if (typeof value === 'string') return identifierProblem(kind, value);
    if (!Array.isArray(value)) return undefined;
    if (value.includes(null)) return 'must not hold null';
    for (const element of value as readonly Value[]) {
      const problem = typeof element === 'string' ? identifierProblem(kind, element) : undefined;
      if (problem !== undefined) return `each element ${problem}`;
    }
    return undefined;
  };

/** The `check` of a set whose elements name different things, whatever their spelling. */
const distinct =
  (kind: IdentifierKind): Check =>
  (value) => {
    if (!Array.isArray(value)) return undefined;
    const texts = value.filter((element: Value): element is string => typeof element === 'string');
    const spellings = new Map<string, string>();
    for (const text of texts) {
      const id = bareId(kind, text);
      const earlier = spellings.get(id);
      if (earlier === text) return `must name each thing once; "${text}" is there twice`;
      if (earlier !== undefined) return `must name each thing once; "${id}" is there ${spelled(earlier, text)}`;
      spellings.set(id, text);
    }
    return undefined;
  };

const spelled = (...texts: readonly string[]): string => (texts.some(isArn) ? 'as an id and as an ARN' : 'with and without its instance');

/** An attribute that names a thing of a kind; another spelling of it is no change. */
export const identifier = (kind: IdentifierKind) =>
  ({ type: 'string', check: identifies(kind), canonical: (value: string): string => bareId(kind, value) }) as const;

/** The same for a set of them. */
export const identifiers = (kind: IdentifierKind) =>
  ({ ...identifier(kind), type: { set: 'string' }, check: all(identifies(kind), distinct(kind)) }) as const;
