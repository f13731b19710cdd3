import { Testing, TerraformStack } from 'cdktf';
import { suggestion } from '../../custom-resources/lookup/suggestion';
import { unexpected } from '../contact-centre/expected';
import { calledIn, declaredAgents, type DeclaredAgent } from './declared-agents';

/* Matchers for jest tests of programs: `import { setupJest } from 'cdktf-amazon-connect/testing'; setupJest();` */

/** What a test expects of an agent; what is left out may be anything. */
export interface ExpectedAgent {
  /** The routing profile: its name, or its id or ARN as the program gave it. */
  readonly routingProfile?: string;
  /** All security profiles, in any order. */
  readonly securityProfiles?: readonly string[];
  /** Groups that the agent is in; there may be others. Give names, also of groups that the program declares, or ids or ARNs as the program gives them. */
  readonly memberOf?: readonly string[];
}

declare global {
  namespace jest {
    interface Matchers<R> {
      /**
       * That a stack, or what `Testing.synth` made of it, declares an agent.
       * @param name the user name
       */
      toHaveAgent(name: string, expected?: ExpectedAgent): R;
    }
  }
}

/** As far as it is needed of jest's. */
export interface Extendable {
  extend(matchers: { readonly toHaveAgent: typeof toHaveAgent }): void;
}

/**
 * Adds `toHaveAgent` to jest's `expect`.
 * @param own that of `@jest/globals`, where jest puts none into the tests (`injectGlobals: false`)
 */
export function setupJest(own?: Extendable): void {
  if (own === undefined && typeof expect === 'undefined')
    throw new Error('setupJest finds no "expect". Hand over that of jest: import { expect } from \'@jest/globals\'; setupJest(expect);');
  (own ?? expect).extend({ toHaveAgent });
}

export interface MatcherResult {
  readonly pass: boolean;
  message(): string;
}

/** The matcher by itself, for `expect.extend` of other test frameworks. */
export function toHaveAgent(received: unknown, name: string, expected: ExpectedAgent = {}): MatcherResult {
  const json = TerraformStack.isStack(received) ? Testing.synth(received) : received;
  if (typeof json !== 'string' || !json.trimStart().startsWith('{'))
    throw new Error('toHaveAgent takes a TerraformStack, or what Testing.synth makes of it: JSON, and neither HCL nor a directory.');
  refuseOthers(expected);
  const agents = declaredAgents(json);
  const agent = agents.find((one) => one.name === name);
  if (agent === undefined) return { pass: false, message: () => `The stack declares no agent "${name}". It declares ${some(agents)}.` };
  const wrong = differences(agent, expected, calledIn(json));
  return {
    pass: wrong.length === 0,
    message: () =>
      wrong.length > 0 ? `The agent "${name}" ${wrong.join('; it ')}.` : `The stack declares an agent "${name}" as described.`,
  };
}

const KINDS: Readonly<Record<keyof ExpectedAgent, 'a name' | 'a list of names'>> = {
  routingProfile: 'a name',
  securityProfiles: 'a list of names',
  memberOf: 'a list of names',
};

/** Refuses what would not be compared: with a misspelled word each agent would be as described. */
function refuseOthers(expected: ExpectedAgent): void {
  for (const [name, value] of Object.entries(expected)) {
    if (value === undefined) continue;
    const kind = KINDS[name as keyof ExpectedAgent] as string | undefined;
    if (kind === undefined) throw new Error(`toHaveAgent does not compare "${name}"${suggestion(name, Object.keys(KINDS)) || '.'}`);
    if (kind === 'a name' ? typeof value !== 'string' : !Array.isArray(value)) throw unexpected(value, kind, `toHaveAgent: ${name}`);
  }
}

const differences = (
  agent: DeclaredAgent,
  { routingProfile, securityProfiles, memberOf = [] }: ExpectedAgent,
  called: (text: string) => string,
): readonly string[] => {
  const profiles = sorted(agent.securityProfiles);
  return [
    ...(routingProfile === undefined || called(routingProfile) === agent.routingProfile
      ? []
      : [`has the routing profile "${agent.routingProfile}", not "${routingProfile}"`]),
    ...(securityProfiles === undefined || sorted(securityProfiles.map(called)) === profiles
      ? []
      : [`has the security profiles ${profiles}, not ${sorted(securityProfiles)}`]),
    ...memberOf
      .filter((group) => !agent.memberOf.includes(called(group)))
      .map((group) => `is not in the group "${group}", but in ${agent.memberOf.length === 0 ? 'none' : sorted(agent.memberOf)}`),
  ];
};

const sorted = (names: readonly string[]): string =>
  [...names]
    .sort()
    .map((name) => `"${name}"`)
    .join(', ');

const SHOWN = 10;

const some = (agents: readonly DeclaredAgent[]): string => {
  const names = sorted(agents.slice(0, SHOWN).map(({ name }) => name));
  return agents.length === 0 ? 'none' : `${names}${agents.length > SHOWN ? ` and ${agents.length - SHOWN} more` : ''}`;
};
