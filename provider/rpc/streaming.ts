import type { Diagnostic as ProtocolDiagnostic } from '../proto/gen/tfplugin6';
import type { Cancellation } from '../plugin/cancellation';
import type { Instance } from './instance';
import { Call, diagnosticOf, type Message, typeNameOf } from './unary';

/** An RPC with any number of answers. */
export interface StreamingRpc<Request, Event> {
  readonly name: string;
  readonly request: Message<Request>;
  readonly event: Message<Event>;
  handle(request: Request, call: Call, send: Send<Event>): Promise<void>;
  /** The last answer when `handle` could not go on. */
  failed(diagnostics: ProtocolDiagnostic[]): Event;
}

/** Resolves when there is room for more; whether somebody still listens is the business of the cancellation. */
export type Send<Event> = (event: Event) => Promise<void>;

/** A streaming RPC in bytes. Never throws or rejects; it is cancelled when Terraform has enough. */
export type Streaming = (request: Uint8Array, cancellation: Cancellation, send: Send<Uint8Array>) => Promise<void>;

export interface NamedStreaming {
  readonly name: string;
  bind(instance: Instance): Streaming;
}

/** The boundary of a streaming RPC, as `unary` is of the others. */
export const streaming = <Request, Event>(rpc: StreamingRpc<Request, Event>): NamedStreaming => ({
  name: rpc.name,
  bind: (instance) => (bytes, cancellation, send) =>
    instance.run(cancellation, () => answer(rpc, bytes, new Call(instance, cancellation), send)),
});

async function answer<Request, Event>(
  rpc: StreamingRpc<Request, Event>,
  bytes: Uint8Array,
  call: Call,
  send: Send<Uint8Array>,
): Promise<void> {
  const sendEvent: Send<Event> = (event) => send(rpc.event.encode(event).finish());
  let request: Request | undefined;
  try {
    request = rpc.request.decode(bytes);
    call.instance.log.trace('request', { operation: rpc.name, type: typeNameOf(request) });
    await rpc.handle(request, call, sendEvent);
  } catch (error) {
    await sendEvent(rpc.failed(call.tell([diagnosticOf(error, rpc.name, request, call)])));
  }
}
