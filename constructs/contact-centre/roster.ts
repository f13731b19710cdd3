import { readFileSync } from 'node:fs';
import { Annotations } from 'cdktf';
import { Construct } from 'constructs';
import { setOrigin } from '../origin';
import type { ColumnNames } from '../roster-file/columns';
import type { RosterPerson } from '../roster-file/person';
import { type RosterProblem, worded } from '../roster-file/problem';
import { formatOf, readRoster, type RosterFormat } from '../roster-file/read-roster';
import { Agent, type AgentDetails } from './agent';
import { constructId } from './construct-id';
import type { ContactCentre } from './contact-centre';
import { Duration } from './duration';
import { Phone } from './phone';

export interface RosterProps extends ColumnNames {
  /** Where the people work. */
  readonly contactCentre: ContactCentre;
  /**
   * What the file does not say about a person. What it gives wins over the file; `undefined` takes away
   * what the file says.
   * @default - the file says everything
   */
  readonly agent?: ((person: RosterPerson) => Partial<Omit<AgentDetails, 'name'>>) | undefined;
  /**
   * Whom of the file to declare here, where several stacks share it: the rows of the others are checked all the same. Plans delete
   * whom no stack declares any more.
   * @default - everybody
   */
  readonly only?: ((person: RosterPerson) => boolean) | undefined;
  /**
   * The format of the file.
   * @default - what its name ends with: ".csv", ".json", ".yaml" or ".yml"
   */
  readonly format?: RosterFormat | undefined;
}

/**
 * The people of a file: an `Agent` for each, whose id is the user name. So their order does not matter,
 * and a person who is taken out is the only one whom the plan names. A person whose user name changes
 * says so in a column `renamed_from`.
 */
export class Roster extends Construct implements Iterable<Agent> {
  /**
   * Reads a file: CSV, JSON or YAML, Connect's template for bulk upload, or a SCIM export. Fails with all
   * that is wrong in it, by line and column.
   *
   * @param file from the directory of the program, where `cdktf` runs it
   */
  static fromFile(scope: Construct, id: string, file: string, props: RosterProps): Roster {
    return new Roster(scope, id, file, props);
  }

  private readonly agents = new Map<string, Agent>();
  private readonly file: string;

  private constructor(scope: Construct, id: string, file: string, props: RosterProps) {
    super(scope, id);
    this.file = file;
    const format = props.format ?? formatOf(file);
    if (format === undefined) throw this.refusal([`${file} must end with .csv, .json, .yaml or .yml, or "format" must say what it is.`]);
    const { people, problems, hasPasswords } = readRoster(this.bytes(), format, props);
    if (problems.length > 0) throw this.refusal(problems.map((problem) => worded(file, problem)));
    if (hasPasswords)
      Annotations.of(this).addWarning(
        `The passwords in ${file} are not read: take them out of the file. Where the instance needs one, give "passwordWo" in "agent".`,
      );
    this.declare(props.only ? people.filter(props.only) : people, props);
  }

  /** The agent with this user name. Fails where the file has none. */
  agent(name: string): Agent {
    const agent = this.agents.get(name);
    if (agent === undefined) throw this.refusal([`${this.file} has nobody with the user name "${name}".`]);
    return agent;
  }

  [Symbol.iterator](): Iterator<Agent> {
    return this.agents.values();
  }

  private declare(people: readonly RosterPerson[], { contactCentre, agent = () => ({}) }: RosterProps): void {
    const problems: RosterProblem[] = [];
    for (const person of people) {
      const { routingProfile, securityProfiles, ...details }: Partial<AgentDetails> = { ...detailsOf(literally(person)), ...agent(person) };
      const missing = [...(routingProfile === undefined ? ['routing_profile'] : []), ...(securityProfiles ? [] : ['security_profiles'])];
      problems.push(...missing.map((column) => ({ line: person.line, column, message: 'must be there, or "agent" must give it' })));
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
    if (problems.length > 0)
      throw this.refusal(shown(problems).map((problem) => (typeof problem === 'string' ? problem : worded(this.file, problem))));
  }

  private bytes(): Uint8Array {
    try {
      return readFileSync(this.file);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw this.refusal([`${this.file} cannot be read (${code ?? String(error)}). Its path counts from ${process.cwd()}.`]);
    }
  }

  private refusal = (lines: readonly string[]): Error => new Error(`[${this.node.path}] ${lines.join(`\n[${this.node.path}] `)}`);
}

/** A file holds no Terraform expressions: "${" in it is two characters. */
function literally<T>(value: T): T {
  if (typeof value === 'string') return value.replace(/[$%]\{/g, (start) => `${start[0]}${start}`) as T & string;
  if (Array.isArray(value)) return value.map(literally) as T & unknown[];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [literally(key), literally(one)])) as T & object;
}

/** What the file says of an agent. */
function detailsOf(person: RosterPerson): Partial<AgentDetails> {
  const { phoneType, deskPhoneNumber, autoAccept, afterContactWorkTimeLimit, persistentConnection, ...details } = person;
  const afterContactWork = afterContactWorkTimeLimit === undefined ? undefined : Duration.seconds(afterContactWorkTimeLimit);
  const options = { autoAccept, afterContactWork, persistentConnection };
  if (phoneType === 'DESK_PHONE') return { ...details, phone: Phone.desk(deskPhoneNumber ?? '', options) };
  const said = phoneType !== undefined || Object.values(options).some((option) => option !== undefined);
  return said ? { ...details, phone: Phone.soft(options) } : details;
}

/** A file without a column is not refused once for each person. */
const SHOWN = 20;

const shown = (problems: readonly RosterProblem[]): readonly (RosterProblem | string)[] =>
  problems.length > SHOWN ? [...problems.slice(0, SHOWN), `and ${problems.length - SHOWN} more like these.`] : problems;
