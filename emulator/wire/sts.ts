import { own } from '../own';
import type { ServiceError } from './service-error';

/** AWS STS as far as an assume-role configuration needs it: the query protocol with answers in XML. */

/** What STS calls some errors that the JSON services name otherwise. */
const STS_CODES: Readonly<Record<string, string>> = {
  UnrecognizedClientException: 'InvalidClientTokenId',
  ExpiredTokenException: 'ExpiredToken',
};

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

export function stsAnswer(action: string, result: object, requestId: string): string {
  return `<${action}Response xmlns="${NAMESPACE}"><${action}Result>${elements(result)}</${action}Result><ResponseMetadata>${elements({ RequestId: requestId })}</ResponseMetadata></${action}Response>`;
}

export function stsError(error: ServiceError, requestId: string): string {
  const code = own(STS_CODES, error.code) ?? error.code;
  const type = error.status >= 500 ? 'Receiver' : 'Sender';
  return `<ErrorResponse xmlns="${NAMESPACE}">${elements({ Error: { Type: type, Code: code, Message: error.message }, RequestId: requestId })}</ErrorResponse>`;
}

function elements(values: object): string {
  return Object.entries(values)
    .map(
      ([name, value]: [string, unknown]) =>
        `<${name}>${typeof value === 'object' && value !== null ? elements(value) : escape(String(value))}</${name}>`,
    )
    .join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
