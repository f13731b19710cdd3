import type { Diagnostic } from '../read/events';
import { isKnown, type Plan } from '../read/plan';
import { USER } from './users';

const ONE = /^The user "(.*)" \(([^()]+)\) is exactly what is declared here/;
const OF_MANY = /^ {2}- "(.*)" \(([^()]+)\)$/;

/**
 * Accounts that are there already and that apply takes into the state instead of making them, as the provider's warnings say
 * (custom-resources/user/diagnostics.ts): their ids by user name. The warnings do not name the instance: a name that the plans make more than once
 * is left out.
 */
export function takenOver(diagnostics: readonly Diagnostic[], plans: readonly Plan[]): ReadonlyMap<string, string> {
  const made = plans.flatMap(({ changes }) =>
    changes.flatMap(({ type, action, after }) => (type === USER && action === 'create' && isKnown(after?.name) ? [after.name] : [])),
  );
  const once = (login: string): boolean => made.indexOf(login) === made.lastIndexOf(login);
  const told = diagnostics.flatMap(({ summary, detail }) =>
    summary === 'A user exists already'
      ? [ONE.exec(detail)]
      : summary === 'Users exist already'
        ? detail.split('\n').map((line) => OF_MANY.exec(line))
        : [],
  );
  return new Map(
    told.flatMap((match) => {
      const [, login, id] = match ?? [];
      return login !== undefined && id !== undefined && once(login) ? [[login, id] as const] : [];
    }),
  );
}
