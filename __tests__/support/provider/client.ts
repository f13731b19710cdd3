import type { TerraformCommand } from '../../../provider/plugin/terraform-command';
import type { Handler } from '../../../provider/plugin/transport';
import { type CtyType, ctyTypeOfSchema } from '../../../custom-resources/contract/cty-type';
import type { ProviderDefinition } from '../../../custom-resources/contract/provider';
import type { Schema } from '../../../custom-resources/contract/schema';
import type { Values } from '../../../custom-resources/contract/value';
import { decodeValue, encodeValue, storedValues } from './codec';
import { isObject } from '../../../provider/codec/value-shape';
import {
  ConfigureProvider_Request,
  ConfigureProvider_Response,
  type Diagnostic,
  Diagnostic_Severity,
  type DynamicValue,
  ListResource_Event,
  ListResource_Request,
} from '../../../provider/proto/gen/tfplugin6';
import type { Message } from '../../../provider/rpc/rpc';
import { openProvider } from '../../../provider/rpc/table';
import { toyProvider } from '../toy-provider/provider';
import { memoryStore, type ToyStore } from '../toy-provider/store';
import { toySchema } from '../toy-provider/schema';

const silent = (): void => undefined;
const quiet = { trace: silent, debug: silent, info: silent, warn: silent, error: silent };

/** What Terraform would do, without sockets: bytes in, bytes out. */
export class ProviderClient {
  private readonly calls: ReturnType<typeof openProvider>;

  constructor(
    readonly definition: ProviderDefinition,
    command: TerraformCommand = 'change',
  ) {
    this.calls = openProvider(definition, quiet, () => command);
  }

  async call<Request, Response>(
    name: string,
    [requests, responses]: readonly [Message<Request>, Message<Response>],
    request: Request,
    signal: AbortSignal = new AbortController().signal,
  ): Promise<Response> {
    return responses.decode(await this.raw(name, requests.encode(request).finish(), signal));
  }

  /** All events of a `ListResource`, or as many as are wanted: Terraform then ends the call. */
  async list(request: ListResource_Request, wanted = Infinity): Promise<readonly ListResource_Event[]> {
    const events: ListResource_Event[] = [];
    const enough = new AbortController();
    await this.events(
      ListResource_Request.encode(request).finish(),
      (event) => {
        events.push(ListResource_Event.decode(event));
        if (events.length === wanted) enough.abort(new Error('enough'));
        return Promise.resolve();
      },
      enough,
    );
    return events;
  }

  /** The same in bytes. */
  events(
    request: Uint8Array,
    send: (event: Uint8Array) => Promise<void> = () => Promise.resolve(),
    cancellation = new AbortController(),
  ): Promise<void> {
    return this.rpc('ListResource')(request, cancellation, send);
  }

  async raw(name: string, request: Uint8Array, signal: AbortSignal = new AbortController().signal): Promise<Uint8Array> {
    const cancellation = new AbortController();
    if (signal.aborted) cancellation.abort(signal.reason);
    signal.addEventListener('abort', () => cancellation.abort(signal.reason), { once: true });
    const answers: Uint8Array[] = [];
    await this.rpc(name)(request, cancellation, async (answer) => void answers.push(answer));
    const [answer, ...more] = answers;
    if (!answer || more.length > 0) throw new Error(`${answers.length} answers of ${name}`);
    return answer;
  }

  private rpc(name: string): Handler {
    const rpc = this.calls.get(`/tfplugin6.Provider/${name}`);
    if (!rpc) throw new Error(`no RPC ${name}`);
    return rpc;
  }

  configure(config: Values): Promise<ConfigureProvider_Response> {
    const request = { terraformVersion: '1.11.4', config: dynamic(this.definition.schema, config) };
    return this.call('ConfigureProvider', [ConfigureProvider_Request, ConfigureProvider_Response], request);
  }
}

/** A configured toy with a store in memory. */
export async function configuredToy(command: TerraformCommand = 'change'): Promise<{ client: ProviderClient; store: ToyStore }> {
  const store = memoryStore();
  const client = new ProviderClient(
    toyProvider(() => store),
    command,
  );
  await client.configure({ store: 'memory' });
  return { client, store };
}

const TYPES = new WeakMap<Schema, CtyType>();

function typeOf(schema: Schema): CtyType {
  const type = TYPES.get(schema) ?? ctyTypeOfSchema(schema);
  TYPES.set(schema, type);
  return type;
}

/** As Terraform sends it: whole, with write-only values; null stands for no object. */
export const dynamic = (schema: Schema, values: Values | null): DynamicValue => ({
  msgpack: encodeValue(typeOf(schema), values && { ...storedValues(schema, values), ...values }),
});

export function values(schema: Schema, value: DynamicValue | undefined): Values | null {
  const decoded = decodeValue(typeOf(schema), value?.msgpack ?? Uint8Array.of(0xc0));
  return isObject(decoded) ? decoded : null;
}

export const toy = (state: Values | null): DynamicValue => dynamic(toySchema, state);
export const toyValues = (value: DynamicValue | undefined): Values | null => values(toySchema, value);

/** `error name: summary: detail`, the name being the path, to compare in one look. */
export const told = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ severity, summary, detail, attribute }) => {
    const path = (attribute?.steps ?? []).map(({ selector }) => String(selector?.value)).join('.');
    return `${Diagnostic_Severity[severity].toLowerCase()} ${path}: ${summary}: ${detail}`;
  });
