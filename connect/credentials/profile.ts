import { loadSharedConfigFiles } from '@smithy/core/config';

/** Settings that say where the credentials of a profile come from. A `credential_source` does so beside a `role_arn` only. */
const GIVES_CREDENTIALS = /^(aws_access_key_id|role_arn|credential_process|sso_\w+|web_identity_token_file|login_session)$/;
const DEFAULT = 'default';

/**
 * The profile that the environment means, if it alone decides: it says where its credentials come from, or is named and not there. The SDK's
 * chain would pass over one that fails, and go on with a role of the container or the machine: with somebody else's permissions.
 */
export async function decidingProfile(named: string | undefined): Promise<string | undefined> {
  const name = named || DEFAULT;
  const settings = await settingsOf(name);
  if (settings === undefined) return name === DEFAULT ? undefined : name;
  return Object.keys(settings).some((setting) => GIVES_CREDENTIALS.test(setting)) ? name : undefined;
}

/** What the shared files say of a profile, if they have it. */
export async function settingsOf(named: string | undefined): Promise<Readonly<Record<string, string | undefined>> | undefined> {
  const name = named || DEFAULT;
  const { configFile, credentialsFile } = await loadSharedConfigFiles();
  return name in configFile || name in credentialsFile ? { ...credentialsFile[name], ...configFile[name] } : undefined;
}
