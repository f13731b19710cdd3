/** Of a signed request: for some minutes, whoever has it can send the request again. */
const SIGNATURE = /\b(Signature=)[0-9a-fA-F]{64}\b/g;

/** A text that may quote a request, without the secrets that calls are made with. */
export const withoutSecrets = (text: string, secrets: readonly string[]): string =>
  secrets
    .filter((secret) => secret !== '')
    .reduce((rest, secret) => rest.replaceAll(secret, '(secret)'), text)
    .replace(SIGNATURE, '$1(secret)');
