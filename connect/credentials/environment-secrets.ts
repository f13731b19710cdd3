const CREDENTIALS = ['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_SECURITY_TOKEN', 'AWS_CONTAINER_AUTHORIZATION_TOKEN'];
const URLS = [
  ...['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'].flatMap((name) => [name, name.toLowerCase()]),
  ...['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_CONNECT', 'AWS_ENDPOINT_URL_STS'],
];

/** What an environment holds that nobody may read: keys and tokens of AWS, used or not, and passwords of proxies and of endpoints. */
export const environmentSecrets = (environment: NodeJS.ProcessEnv): readonly string[] => [
  ...CREDENTIALS.flatMap((name) => environment[name] ?? []),
  ...URLS.flatMap((name) => passwordOf(environment[name] ?? '')),
];

/** As it stands in the URL, and as it is. */
function passwordOf(url: string): readonly string[] {
  const encoded = URL.canParse(url) ? new URL(url).password : '';
  if (encoded === '') return [];
  try {
    return [encoded, decodeURIComponent(encoded)];
  } catch {
    return [encoded];
  }
}
