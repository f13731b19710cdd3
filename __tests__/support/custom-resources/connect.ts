import { idIn } from '../../../connect/shapes/ids';
import { failed, type Failure, type FailureKind, type Outcome, succeeded } from '../../../connect/failure';
import type { Gateway, HierarchyGroup, Id, Listed, ListedUser, QuickConnectSettings, User } from '../../../connect/gateway';
import { ACCOUNT, GROUP_ARN, GROUP_ID, REGION } from './ids';

/** One call that a custom resource made: the gateway's method and what it was given. */
export interface Call {
  readonly method: string;
  readonly given: readonly unknown[];
}

/** By the part of the gateway. */
export type Answers = { readonly [Part in keyof Parts]?: Partial<Parts[Part]> };

type Parts = Omit<Gateway, 'region'>;

export interface FakeConnect extends Gateway {
  readonly calls: readonly Call[];
  /** The names of the methods called, in order. */
  readonly called: readonly string[];
  /** What the calls of one method were given. */
  given(method: string): readonly (readonly unknown[])[];
}

/** Connect as a test says it answers. */
export function fakeConnect(told: Answers = {}): FakeConnect {
  const calls: Call[] = [];
  const part = <P extends keyof Parts>(name: P): Parts[P] => recorded({ ...quiet[name], ...told[name] }, calls);
  return {
    region: REGION,
    users: part('users'),
    agents: part('agents'),
    groups: part('groups'),
    distributions: part('distributions'),
    quickConnects: part('quickConnects'),
    queues: part('queues'),
    instances: part('instances'),
    predefinedAttributes: part('predefinedAttributes'),
    tagging: part('tagging'),
    catalogue: part('catalogue'),
    quotas: part('quotas'),
    calls,
    get called() {
      return calls.map(({ method }) => method);
    },
    given: (method) => calls.filter((call) => call.method === method).map(({ given }) => given),
  };
}

/** One answer after the other; the last stays. */
export function answers<T>(...outcomes: readonly Outcome<T>[]): () => Promise<Outcome<T>> {
  let next = 0;
  return () => {
    const outcome = outcomes[Math.min(next, outcomes.length - 1)];
    next += 1;
    return outcome ? Promise.resolve(outcome) : Promise.reject(new Error('No answer was given.'));
  };
}

export const found = <T>(value: T): (() => Promise<Outcome<T>>) => answers(succeeded(value));

export const failure = (kind: FailureKind, more: Partial<Failure> = {}): Failure => ({
  kind,
  operation: 'SomeOperation',
  region: REGION,
  code: `${kind}Exception`,
  message: `because of ${kind}`,
  ...more,
});

export const refusal = (kind: FailureKind, more: Partial<Failure> = {}): Outcome<never> => failed(failure(kind, more));

export const refuses = (kind: FailureKind, more: Partial<Failure> = {}): (() => Promise<Outcome<never>>) => answers(refusal(kind, more));

const done = found(undefined);
/** When the service answered a change, its clock. */
export const WRITTEN_AT = 1_767_225_600_000;
const written = found({ at: WRITTEN_AT });

/** What is not said: writes succeed, reads find nothing. */
const quiet: Parts = {
  users: {
    find: found(undefined),
    observe: found(undefined),
    isUnlisted: () => false,
    deniedList: () => undefined,
    list: found(new Map<string, ListedUser>()),
    count: found(0),
    search: found(new Map<string, User>()),
    exists: found(false),
    holderOf: found(undefined),
    findByUsername: found(undefined),
    create: ({ instanceId }) =>
      Promise.resolve(
        succeeded({
          id: idIn('new-user'),
          arn: `arn:aws:connect:${REGION}:${ACCOUNT}:instance/${instanceId}/agent/new-user`,
          at: WRITTEN_AT,
        }),
      ),
    updateIdentityInfo: written,
    updatePhoneConfig: written,
    updateConfig: written,
    updateRoutingProfile: written,
    updateSecurityProfiles: written,
    updateHierarchy: written,
    listProficiencies: found({ proficiencies: [] }),
    associateProficiencies: written,
    updateProficiencies: written,
    disassociateProficiencies: written,
    delete: done,
  },
  agents: { atWork: found(undefined), statuses: found([]), setStatus: done },
  groups: {
    list: found([]),
    find: found(undefined),
    listUsers: found(new Set<Id>()),
    hasUser: found(false),
    associateUser: done,
    disassociateUser: done,
    create: found({ id: GROUP_ID, arn: GROUP_ARN }),
    delete: done,
  },
  distributions: { find: found(undefined), update: written },
  quickConnects: {
    find: found(undefined),
    observe: found(undefined),
    deniedList: () => undefined,
    search: found(new Map<string, QuickConnectSettings>()),
    holderOf: found(undefined),
    findByName: found(undefined),
    count: found(0),
    listForUser: found([]),
    tagged: found([]),
    create: found({ id: idIn('made'), arn: 'arn:made' }),
    rename: done,
    retarget: done,
    delete: done,
  },
  predefinedAttributes: { find: found({}) },
  tagging: { tag: written, untag: written },
  queues: { offering: found([]), addQuickConnect: done, removeQuickConnects: done },
  quotas: { ofInstance: found(undefined) },
  catalogue: {
    routingProfiles: found(new Map<string, Listed>()),
    securityProfiles: found(new Map<string, Listed>()),
    hierarchyGroups: found(new Map<string, Listed>()),
    hierarchyPaths: found(new Map<string, HierarchyGroup>()),
    queues: found(new Map<string, Listed>()),
    quickConnects: found(new Map<string, Listed>()),
    users: found(new Map<string, User>()),
  },
  instances: {
    find: (id, region = 'us-east-1') =>
      Promise.resolve(
        succeeded({ id, arn: `arn:aws:connect:${region}:111122223333:instance/${id}`, identityManagement: 'SAML', regions: [region] }),
      ),
    list: found([]),
  },
};

const recorded = <T extends object>(methods: T, calls: Call[]): T =>
  new Proxy(methods, {
    get(target, method) {
      const answer: unknown = Reflect.get(target, method);
      if (typeof answer !== 'function') return answer;
      return (...given: unknown[]): unknown => {
        if (saysNothing(given[0])) throw new Error(`${String(method)} was asked about nothing`);
        const answered: unknown = answer(...given);
        if (answered instanceof Promise) calls.push({ method: String(method), given });
        return answered;
      };
    },
  });

/** The answers of a test do not look at what is asked: a call that says nothing is a mistake. */
const saysNothing = (argument: unknown): boolean =>
  typeof argument === 'object' && argument?.constructor === Object && Object.keys(argument).length === 0;
