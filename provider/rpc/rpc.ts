import type { Handler } from '../plugin/transport';
import { type Diagnostic, ProviderDefinition } from '../proto/gen/tfplugin6';
import { Call } from './call';
import type { Instance } from './instance';
import { diagnosticOf } from './refusal';

/** The RPCs of the protocol, with their names and messages. */
export const { methods } = ProviderDefinition;

/** What ts-proto generates for a message. */
export interface Message<T> {
  encode(message: T): { finish(): Uint8Array };
  decode(bytes: Uint8Array): T;
}

/** What ts-proto generates for an RPC. */
interface Method<Request, Answer> {
  readonly name: string;
  readonly requestType: Message<Request>;
  readonly responseType: Message<Answer>;
}

export interface Rpc {
  readonly name: string;
  /** For one provider, in bytes. Never throws or rejects; it is cancelled when Terraform drops the request. */
  bind(instance: Instance): Handler;
}

/**
 * The boundary of every RPC: decode, handle, encode. Whatever is thrown inside becomes a diagnostic,
 * since of a gRPC error Terraform would only show that the plugin failed.
 *
 * @param handle gives any number of answers; whether somebody still listens is the business of the cancellation
 * @param failed the last answer when `handle` could not go on; the request is absent if it could not be read
 */
export const streaming = <Request, Answer>(
  { name, requestType, responseType }: Method<Request, Answer>,
  handle: (request: Request, call: Call, send: (answer: Answer) => Promise<void>) => Promise<void>,
  failed: (diagnostics: Diagnostic[], request: Request | undefined) => Answer,
): Rpc => ({
  name,
  bind: (instance) => (bytes, cancellation, sendBytes) =>
    instance.run(cancellation, async () => {
      const call = new Call(instance, cancellation);
      const send = (answer: Answer): Promise<void> => sendBytes(responseType.encode(answer).finish());
      let request: Request | undefined;
      try {
        request = requestType.decode(bytes);
        instance.log.trace('request', { operation: name, type: typeNameOf(request) });
        await handle(request, call, send);
      } catch (error) {
        const type = typeNameOf(request);
        const diagnostic = diagnosticOf(error, name, type);
        instance.log.error(diagnostic.summary, { operation: name, type });
        await send(failed(call.tell([diagnostic]), request));
      }
    }),
});

/**
 * An RPC with one answer.
 * @param kept what the answer holds, beside diagnostics, when `handle` could not give one; all else is empty then
 */
export const unary = <Request, Response>(
  method: Method<Request, Response>,
  handle: (request: Request, call: Call) => Response | Promise<Response>,
  kept: (request: Request) => Partial<Response> = () => ({}),
): Rpc =>
  streaming(
    method,
    async (request, call, send) => send(await handle(request, call)),
    (diagnostics, request) => ({ ...method.responseType.decode(EMPTY), diagnostics, ...(request && kept(request)) }),
  );

const EMPTY = new Uint8Array();

/** Of the resource or data source, where the request has one. */
export function typeNameOf(request: unknown): string | undefined {
  if (typeof request !== 'object' || request === null) return undefined;
  if ('typeName' in request && typeof request.typeName === 'string') return request.typeName;
  return 'targetTypeName' in request && typeof request.targetTypeName === 'string' ? request.targetTypeName : undefined;
}
