import type { Told, ToldDiagnostic } from '../support/terraform/told';
import { isOnTroubleshootingPage } from '../support/troubleshooting';
import type { Case } from './cases';
import { NOT_HANDED_ON } from './limits';

/** What nobody should ever have to read. */
const BUG =
  /bug in the provider|Terraform takes this for a bug|TypeError|RangeError|undefined|\[object |NaN|Cannot read|is not iterable|\n {4}at /;

/** Nobody can know that from a service that does not answer as it should. */
const GONE = /\bno (user|instance|group|traffic)|not found|does not exist|was deleted|is gone|cannot import/i;

/** Refusals that the provider may take for what they say. */
const MEANT = /NotFound|Duplicate|Conflict|ConditionalOperation/;

const text = ({ summary, detail }: ToldDiagnostic): string => `${summary}\n${detail}`;

/** What is wrong with what was told of a fault, in words. */
export function judgeTold(one: Case, told: Told): readonly string[] {
  const { fault, forGood, operation, life } = one;
  const { errors, warnings } = told;
  const quote = (problem: ToldDiagnostic): string => JSON.stringify(`${problem.address ?? ''}: ${text(problem)}`);
  const expected = new Set(life.told.warnings.map(text));
  const news = warnings.filter((warning) => !expected.has(text(warning)) && !DESTROYS.test(warning.summary));
  const most = forGood ? MOST_FOR_GOOD : 1;
  const names = (problem: ToldDiagnostic): boolean =>
    fault.told.test(text(problem)) && (fault.everywhere === true || text(problem).includes(operation));
  const refersToOneThatDoes = (error: ToldDiagnostic): boolean => IN_FULL_ELSEWHERE.test(error.detail) && errors.some(names);
  return [
    ...[...errors, ...news].filter((problem) => BUG.test(text(problem))).map((problem) => `an exception is told: ${quote(problem)}`),
    ...[...errors, ...warnings]
      .filter(({ summary }) => !isOnTroubleshootingPage(summary))
      .map((problem) => `docs/troubleshooting.md does not have it: ${quote(problem)}`),
    ...(errors.length > most ? [`${errors.length} errors for one fault: ${errors.map(quote).join(' ')}`] : []),
    ...(MEANT.test(fault.name)
      ? []
      : errors
          .filter((error) => !names(error) && !refersToOneThatDoes(error))
          .map((error) => `an error does not name the cause: ${quote(error)}`)),
    ...(fault.family === 'refusal'
      ? []
      : errors.filter(({ summary }) => GONE.test(summary)).map((error) => `something is said to be gone: ${quote(error)}`)),
    ...(mustPass(one) && errors.length > 0 ? [`it does not get over it: ${errors.map(quote).join(' ')}`] : []),
    ...news
      .filter((warning) => !MEANT.test(fault.name) && !names(warning) && !ADOPTED.test(text(warning)))
      .map((warning) => `a warning does not name the cause: ${quote(warning)}`),
    ...(fault.family === 'credentials' && forGood
      ? news
          .filter((warning) => !ADOPTED.test(text(warning)) && warning.summary !== NOT_HANDED_ON)
          .map((warning) => `only a warning: ${quote(warning)}`)
      : []),
    ...(errors.length === 0 && !sameActions(told, life.told)
      ? [`the plan is another one: ${actions(told)} instead of ${actions(life.told)}`]
      : []),
  ];
}

/** Who has the reason in common with others says so. */
const IN_FULL_ELSEWHERE = /same as that of another error of this command, which gives it in full/;

/** Each user of a group may have an error. */
const MOST_FOR_GOOD = 4;

/** Says what goes along with a user, or on to the successor, as far as a check found it. */
const DESTROYS =
  /^Destroying the user|^(Quick connects|Memberships) .* (with their user|of their user)|is deleted, but quick connects still point at it/;

const ADOPTED = /already (there|exist)|took it|adopt/i;

const HARMLESS = /everything twice|empty token|null for a token/;

/** A service that has never answered is not waited for. */
const SILENCE = /^no answer/;

const mustPass = ({ fault, forGood }: Case): boolean => {
  if (fault.family === 'pages') return HARMLESS.test(fault.name);
  if (SILENCE.test(fault.name)) return false;
  return !forGood && (fault.family === 'lost' || fault.family === 'passing' || fault.name === 'the clock is wrong');
};

const actions = ({ planned, drift }: Told): string => JSON.stringify([planned, drift]);
const sameActions = (left: Told, right: Told): boolean =>
  sorted(left.planned) === sorted(right.planned) && sorted(left.drift) === sorted(right.drift);
const sorted = (things: Readonly<Record<string, string>>): string => JSON.stringify(Object.entries(things).sort());
