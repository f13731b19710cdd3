import type { Instance } from '../../../connect/gateway';
import { type Diagnostic, errorAt, type PathStep, warningAt } from '../../contract/diagnostic';
import { isUnknown, type PlannedState } from '../../contract/value';
import type { UserState } from '../schema';

/**
 * What an instance's identity management asks of a user (API reference of CreateUser and UserIdentityInfo):
 * SAML refuses passwords, e-mails and directory ids; an instance that Connect manages wants a password; user
 * names have 64 characters under SAML and 20 elsewhere. But the acceptance tests of `aws_connect_user`, which run against the service,
 * make users with names of 43 on instances that Connect manages: there a longer name is not refused.
 */
export function checkIdentity(
  prior: UserState | undefined,
  planned: PlannedState<UserState>,
  config: PlannedState<UserState>,
  { id, identityManagement }: Instance,
): readonly Diagnostic[] {
  const rules = RULES[identityManagement];
  const refuse = (path: readonly PathStep[], problem: string): Diagnostic =>
    errorAt(path, `Not for an instance with ${rules.name}`, `The instance ${id} uses ${rules.name}: ${problem}`);
  const creating = prior === undefined;
  const found: Diagnostic[] = [];

  const password = config.password !== null ? 'password' : config.password_wo !== null ? 'password_wo' : undefined;
  if (creating && !rules.password && password !== undefined)
    found.push(toldOnce(refuse([password], `it takes no password from Connect. Remove "${password}".`)));
  if (creating && rules.password && password === undefined)
    found.push(toldOnce(refuse(['password'], 'a new user needs a password. Declare "password_wo" (not kept in the state) or "password".')));
  if (creating && !rules.directoryUserId && typeof config.directory_user_id === 'string')
    found.push(toldOnce(refuse(['directory_user_id'], 'it has no directory of users. Remove "directory_user_id".')));
  if (creating && typeof planned.name === 'string' && !rules.username.test(planned.name))
    found.push(refuse(['name'], `user names have ${rules.usernameShape}; got "${planned.name}".`));
  if (creating && typeof planned.name === 'string' && [...planned.name].length > (rules.documented ?? Infinity))
    found.push(
      toldOnce(
        warningAt(
          ['name'],
          'A longer user name than AWS documents',
          `The instance ${id} uses ${rules.name}. AWS documents user names of up to ${rules.documented} characters for it, but has accepted longer ones. If Amazon Connect refuses this name, shorten it.`,
        ),
      ),
    );
  return [...found, ...checkInfo(prior, planned, rules, refuse)];
}

/** What no user of the instance may have, or each has to have: where one is declared so, a thousand are. */
const toldOnce = (refused: Diagnostic): Diagnostic => ({
  ...refused,
  detail: `${refused.detail} Other users of the instance may have the same problem: it is reported once.`,
  common: refused.detail,
});

function checkInfo(
  prior: UserState | undefined,
  planned: PlannedState<UserState>,
  rules: Rules,
  refuse: (path: readonly PathStep[], problem: string) => Diagnostic,
): readonly Diagnostic[] {
  if (isUnknown(planned.identity_info)) return [];
  const [info] = planned.identity_info;
  if (isUnknown(info)) return [];
  const found: Diagnostic[] = [];
  const email = info?.email ?? null;
  if (!rules.email && typeof email === 'string' && email !== prior?.identity_info[0]?.email)
    found.push(
      toldOnce(
        refuse(['identity_info', 0, 'email'], 'it refuses an e-mail address. Remove "email"; "secondary_email" is for notifications.'),
      ),
    );
  if (!rules.names) return found;
  if (prior === undefined && info === undefined)
    return [...found, refuse(['identity_info'], 'a user needs a first and a last name. Declare "identity_info".')];
  for (const name of missingNames(prior, planned))
    found.push(refuse(['identity_info', 0, name], `a user needs a first and a last name. Declare "${name}".`));
  return found;
}

/** The names that a declared block leaves out: of one who is there, those that the user has by it. */
export function missingNames(
  prior: UserState | undefined,
  { identity_info: blocks }: PlannedState<UserState>,
): readonly ('first_name' | 'last_name')[] {
  const [info] = isUnknown(blocks) ? [] : blocks;
  if (info === undefined || isUnknown(info)) return [];
  return (['first_name', 'last_name'] as const).filter(
    (name) => info[name] === null && (prior === undefined || (prior.identity_info[0]?.[name] ?? '') !== ''),
  );
}

interface Rules {
  readonly name: string;
  readonly password: boolean;
  readonly email: boolean;
  readonly names: boolean;
  readonly directoryUserId: boolean;
  readonly username: RegExp;
  readonly usernameShape: string;
  /** The most characters of a user name by the API reference, where that is not what the service holds to. */
  readonly documented?: number;
}

const RULES: Readonly<Record<Instance['identityManagement'], Rules>> = {
  SAML: {
    name: 'SAML',
    password: false,
    email: false,
    names: true,
    directoryUserId: false,
    username: /^[a-zA-Z0-9_\-.\\@]{1,64}$/,
    usernameShape: 'up to 64 characters of a-z, A-Z, 0-9 and _-.\\@',
  },
  CONNECT_MANAGED: {
    name: 'users that Connect manages',
    password: true,
    email: true,
    names: true,
    directoryUserId: true,
    username: /^.{1,100}$/u,
    usernameShape: 'up to 100 characters',
    documented: 20,
  },
  EXISTING_DIRECTORY: {
    name: 'an existing directory',
    password: false,
    email: true,
    names: false,
    directoryUserId: true,
    username: /^.{1,20}$/u,
    usernameShape: 'up to 20 characters',
  },
};
