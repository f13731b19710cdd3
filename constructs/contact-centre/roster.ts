import { Annotations, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { suggestion } from '../../custom-resources/lookup/suggestion';
import { pathOf } from '../in-tree';
import { setOrigin } from '../origin';
import type { RosterPerson } from '../roster-file/person';
import type { RosterProblem } from '../roster-file/problem';
import type { RosterFormat } from '../roster-file/read-roster';
import { Agent, BOTH_AT_ONCE } from './agent';
import type { AgentDetails } from './agent-props';
import { wrongAnswer } from './arguments';
import { constructId } from './construct-id';
import type { ContactCentre } from './contact-centre';
import { given, having, isSaid, unexpected } from './expected';
import { declaredAt, type PeopleFile, type PeopleFileProps, readPeople, Refused, refusedRows } from './people-file';
import { asGiven, detailsOf, literally } from './person-details';

/** What makes the people of a file agents. */
export interface RosterAgents {
  /** Where the people work. */
  readonly contactCentre: ContactCentre;
  /**
   * Adds what the file does not say about a person. It overrides the file, and `undefined` removes a value of the file. It may pass on texts of the
   * person: a "${" in them is already written "$${", which Terraform reads as text.
   * @default - the file says everything
   */
  readonly agent?: ((person: RosterPerson) => Partial<Omit<AgentDetails, 'name'>>) | undefined;
}

export interface RosterProps extends PeopleFileProps, RosterAgents {
  /**
   * Selects the people to declare here, if several stacks share the file. The other rows are checked too. Plans delete people whom no stack declares
   * any more.
   * @default - everybody
   */
  readonly only?: ((person: RosterPerson) => boolean) | undefined;
}

export interface RosterStacksProps extends PeopleFileProps {
  /**
   * The part, and so the stack, of a person. Choose something that seldom changes, such as a site or a country: a person whose part changes goes to
   * another stack, and so to another state.
   */
  readonly by: (person: RosterPerson) => string;
  /**
   * All values that `by` may return: there is a stack for each, with or without people. A stack without people deletes those who were in it, so keep
   * a part until its plan is empty. A person of any other part is refused.
   */
  readonly parts: readonly string[];
  /**
   * The former part of a person, such as from a column of the file: the account and its memberships move with the person, as with `agent.cameFrom`.
   * Return nothing, or an empty text, for people who stay. All parts must then be of one instance.
   * @default - the old stack deletes whom it no longer declares
   */
  readonly cameFrom?: ((person: RosterPerson) => string | undefined) | undefined;
  /** Puts backend and provider into the stack of a part, and returns the settings of its people. Called once for each part. */
  readonly stack: (stack: TerraformStack, part: string) => RosterAgents;
}

/**
 * The people of a file: an `Agent` for each, whose id is the user name. So their order does not matter, and if one person is removed, the plan names
 * only that person. For a person whose user name changes, give the former name in a column `renamed_from`.
 */
export class Roster extends Construct implements Iterable<Agent> {
  /**
   * Reads a file: CSV, JSON or YAML, Connect's template for bulk upload, or a SCIM export. Throws an error with all mistakes in the file, by line and
   * column.
   *
   * @param file from the directory of the program, where `cdktf` runs it
   */
  static fromFile(scope: Construct, id: string, file: string, props: RosterProps): Roster {
    const place = pathOf(scope, id);
    given(props, 'an object with a contactCentre', place);
    const { people, ...read } = declaredAt(place, () => readPeople(file, props));
    return new Roster(scope, id, { ...read, people: chosen(people, props.only, file, `${place}: only`) }, props);
  }

  /**
   * Makes a stack `ID-PART` for each part of a file, with a roster of the people of that part. The file is read once, and
   * nobody in it is left without a stack.
   *
   * @param scope the app
   * @param file from the directory of the program, where `cdktf` runs it
   * @returns the roster of each part
   */
  static inStacks(scope: Construct, id: string, file: string, props: RosterStacksProps): ReadonlyMap<string, Roster> {
    const { by, cameFrom = () => undefined, parts, stack } = props;
    const read = declaredAt(id, () => {
      const all = readPeople(file, props);
      const problems = all.people.flatMap((person) => {
        const message = misplaced(person, parts, by(person), cameFrom(person));
        return message === undefined ? [] : [{ line: person.line, message }];
      });
      if (problems.length > 0) throw refusedRows(file, problems);
      return all;
    });
    const rosters = new Map(
      parts.map((part) => {
        const own = new TerraformStack(scope, `${id}-${part}`);
        const people = read.people.filter((person) => by(person) === part);
        const agents = having(stack(own, part), 'contactCentre', 'an object with a contactCentre', `${own.node.path}: stack`);
        refuseOthers(agents, `${own.node.path}: stack`);
        return [part, new Roster(own, 'roster', { ...read, people }, agents)] as const;
      }),
    );
    for (const person of read.people) {
      const part = cameFrom(person);
      const before = part ? rosters.get(part) : undefined;
      if (before) rosters.get(by(person))?.agent(person.name).cameFrom(before);
    }
    return rosters;
  }

  private readonly agents = new Map<string, Agent>();
  private readonly file: string;

  private constructor(scope: Construct, id: string, { path, format, people, hasPasswords }: PeopleFile, props: RosterAgents) {
    super(scope, id);
    this.file = path;
    if (hasPasswords)
      Annotations.of(this).addWarning(
        `The passwords in ${path} are not read: remove them from the file. If the instance needs passwords, give "passwordWo" in "agent".`,
      );
    declaredAt(this.node.path, () => this.declare(people, format, props));
  }

  /** The agent with this user name. Fails where the file has none. */
  agent(name: string): Agent {
    const agent = this.agents.get(name);
    if (agent === undefined) throw new Refused([`${this.file} has nobody with the user name "${name}".`]).at(this.node.path);
    return agent;
  }

  [Symbol.iterator](): Iterator<Agent> {
    return this.agents.values();
  }

  private declare(people: readonly RosterPerson[], format: RosterFormat, { contactCentre, agent = () => ({}) }: RosterAgents): void {
    const problems: RosterProblem[] = [];
    if (typeof agent !== 'function') throw unexpected(agent, 'a function', `${this.node.path}: agent`);
    for (const person of people) {
      const { routingProfile, securityProfiles, ...details }: Partial<AgentDetails> = {
        ...detailsOf(literally(person)),
        ...this.asked(person, agent),
      };
      const missing = [...(routingProfile === undefined ? ['routing_profile'] : []), ...(securityProfiles ? [] : ['security_profiles'])];
      const who = format === 'csv' ? undefined : JSON.stringify(person.name);
      problems.push(
        ...missing.map((column) => ({ line: person.line, person: who, column, message: 'must be there, or "agent" must give it' })),
      );
      if (routingProfile === undefined || securityProfiles === undefined || problems.length > 0) continue;
      const { name, renamedFrom, line } = person;
      const made = new Agent(this, constructId(name), {
        ...details,
        name: literally(name),
        contactCentre,
        routingProfile,
        securityProfiles,
      });
      setOrigin(made, `${this.file}, line ${line}`);
      if (renamedFrom !== undefined) made.renamedFrom(constructId(renamedFrom));
      this.agents.set(name, made);
    }
    if (problems.length > 0) throw refusedRows(this.file, problems);
  }

  /** What the program says of a person. */
  private asked(person: RosterPerson, agent: NonNullable<RosterAgents['agent']>): Partial<AgentDetails> {
    try {
      const given = asGiven(person);
      const said = agent(given);
      if (typeof said !== 'object' || said === null) return said;
      if ('then' in said) throw new Error('it must not be async, for synth waits for nothing');
      const wrong = wrongAnswer(said, given);
      if (wrong !== undefined) throw new Error(wrong);
      return said;
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`[${this.node.path}] "agent" fails for "${person.name}" (${this.file}, line ${person.line}): ${why}`, { cause });
    }
  }
}

/** What is wrong with the part of a person, or with the one before. */
function misplaced({ name, renamedFrom }: RosterPerson, parts: readonly string[], part: string, before = ''): string | undefined {
  const all = parts.map((one) => `"${one}"`).join(', ');
  if (!parts.includes(part)) return `${name} must belong to a stack: ${all}; got "${part}"`;
  if (before === '') return undefined;
  if (!parts.includes(before)) return `${name} must have come from a stack: ${all}; got "${before}"`;
  if (before === part) return `${name} cannot have come from "${before}", where ${name} is: leave it empty`;
  return renamedFrom === undefined ? undefined : `${name} ${BOTH_AT_ONCE}`;
}

/** Refuses what `stack` answers for a misspelled `agent`, or for what belongs to the whole file: TypeScript does not look for it there. */
function refuseOthers(agents: RosterAgents, asked: string): void {
  const taken: readonly (keyof RosterAgents)[] = ['contactCentre', 'agent'];
  const ofFile: readonly (keyof RosterProps)[] = ['only', 'format'];
  const isMeant = (name: string): boolean => ofFile.some((one) => one === name) || suggestion(name, taken) !== '';
  const other = Object.entries(agents).find(([name, value]) => isSaid(value) && !taken.some((one) => one === name) && isMeant(name))?.[0];
  if (other !== undefined)
    throw new Error(
      `[${asked}] returns "${other}", which would be ignored${suggestion(other, taken) || `; it takes ${taken.join(' and ')}.`}`,
    );
}

/** Whom `only` chooses. Of no answer, as without "return", nobody would be left; of a promise, everybody. */
function chosen(people: readonly RosterPerson[], only: RosterProps['only'], file: string, asked: string): readonly RosterPerson[] {
  if (!isSaid(only)) return people;
  if (typeof only !== 'function') throw unexpected(only, 'a function', asked);
  const answers = people.map((person): unknown => only(person));
  const isOdd = answers.every((answer) => answer === undefined)
    ? (): boolean => true
    : (answer: unknown): boolean => answer !== true && Boolean(answer);
  return people.filter((person, index) => {
    const answer = answers[index];
    if (isOdd(answer)) throw unexpected(answer, `true or false of "${person.name}" (${file}, line ${person.line})`, asked);
    return answer === true;
  });
}
