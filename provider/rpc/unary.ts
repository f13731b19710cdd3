import type { Diagnostic } from '../../custom-resources/contract/diagnostic';
import type { Context } from '../../custom-resources/contract/resource';
import type { Diagnostic as ProtocolDiagnostic, DynamicValue } from '../proto/gen/tfplugin6';
import type { Values } from '../../custom-resources/contract/value';
import type { Cancellation } from '../plugin/cancellation';
import { bugReport } from './bug-report';
import { encodeDiagnostics } from './diagnostics';
import type { Instance } from './instance';
import { Refusal } from './refusal';
import { Secrets } from './secrets';
import type { Shape } from './shape';

/** What ts-proto generates for a message. */
export interface Message<T> {
  encode(message: T): { finish(): Uint8Array };
  decode(bytes: Uint8Array): T;
}

export interface Rpc<Request, Response> {
  readonly name: string;
  readonly request: Message<Request>;
  readonly response: Message<Response>;
  handle(request: Request, call: Call): Response | Promise<Response>;
  /** The answer when `handle` could not give one; `request` is absent if it could not be read. */
  failed(diagnostics: ProtocolDiagnostic[], request: Request | undefined): Response;
}

/** An RPC in bytes. Never throws or rejects; it is cancelled when Terraform drops the request. */
export type Unary = (request: Uint8Array, cancellation: Cancellation) => Promise<Uint8Array>;

export interface NamedUnary {
  readonly name: string;
  bind(instance: Instance): Unary;
}

/** One request while it is served. */
export class Call {
  private readonly secrets = new Secrets();
  private opened: Context | undefined;

  constructor(
    readonly instance: Instance,
    readonly cancellation: Cancellation,
  ) {}

  decode(shape: Shape, value: DynamicValue | undefined): Values | undefined {
    const values = shape.decode(value);
    this.keepSecrets(shape, values);
    return values;
  }

  decodeObject(shape: Shape, value: DynamicValue | undefined): Values {
    const values = shape.decodeObject(value);
    this.keepSecrets(shape, values);
    return values;
  }

  /** Nothing that is told will hold the sensitive parts of these values. */
  keepSecrets(shape: Shape, values: Values | undefined): void {
    if (values) this.secrets.add(shape.schema, values);
  }

  /** Refuses while the provider is not configured. */
  context(): Context {
    this.opened ??= this.instance.session().context(this.cancellation.signal, this.instance.ledger);
    return this.opened;
  }

  /** For Terraform, without the secrets of the request and of the provider. Paths point into `shape`. */
  tell(diagnostics: readonly Diagnostic[], shape?: Shape): ProtocolDiagnostic[] {
    const redact = (text: string): string => this.secrets.redact(text, this.instance.secrets);
    return encodeDiagnostics(diagnostics, { redact, ...(shape && { shape }) });
  }
}

/**
 * The boundary of every RPC: decode, handle, encode. Whatever is thrown inside becomes a diagnostic,
 * since of a gRPC error Terraform would only show that the plugin failed.
 */
export const unary = <Request, Response>(rpc: Rpc<Request, Response>): NamedUnary => ({
  name: rpc.name,
  bind: (instance) => (bytes, cancellation) => instance.run(cancellation, () => answer(rpc, bytes, new Call(instance, cancellation))),
});

async function answer<Request, Response>(rpc: Rpc<Request, Response>, bytes: Uint8Array, call: Call): Promise<Uint8Array> {
  const { log } = call.instance;
  let request: Request | undefined;
  try {
    request = rpc.request.decode(bytes);
    log.trace('request', { operation: rpc.name, type: typeNameOf(request) });
    return rpc.response.encode(await rpc.handle(request, call)).finish();
  } catch (error) {
    return rpc.response.encode(rpc.failed(call.tell([diagnosticOf(error, rpc.name, request, call)]), request)).finish();
  }
}

/** What the user is told of what was thrown while an RPC was served; the log gets it, too. */
export function diagnosticOf(error: unknown, operation: string, request: unknown, { instance }: Call): Diagnostic {
  const subject = { operation, type: typeNameOf(request) };
  const diagnostic = error instanceof Refusal ? error.diagnostic : bugReport(error, subject);
  instance.log.error(diagnostic.summary, subject);
  return diagnostic;
}

/** Of the resource or data source, where the request has one. */
export function typeNameOf(request: unknown): string | undefined {
  if (typeof request !== 'object' || request === null) return undefined;
  if ('typeName' in request && typeof request.typeName === 'string') return request.typeName;
  return 'targetTypeName' in request && typeof request.targetTypeName === 'string' ? request.targetTypeName : undefined;
}
