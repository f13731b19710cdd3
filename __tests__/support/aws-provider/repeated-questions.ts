import { BinaryReader, BinaryWriter } from '@bufbuild/protobuf/wire';
import type { ClientHttp2Session } from 'node:http2';
import { decodeFrame } from '../../../provider/plugin/grpc-frame';
import { invoke } from '../provider/grpc';

/** As version 5 of the protocol, which the AWS provider speaks, calls `GetProviderSchema`. */
const SCHEMAS = '/tfplugin5.Provider/GetSchema';
/** The fields of its answer that are maps from a type to a schema: resources, data sources, ephemeral resources. */
const MAPS = new Set([2, 3, 8]);
/** Checks a configuration, and with it, each time, the provider's own schemas: 2 seconds. */
const CONFIGURATION = '/tfplugin5.Provider/PrepareProviderConfig';

/**
 * What each command of terraform asks the AWS provider again and again, and what depends on the question alone. The provider is asked
 * once; of its 1,500 types those of Amazon Connect are told.
 */
export class RepeatedQuestions {
  private readonly answers = new Map<string, Promise<Uint8Array>>();

  constructor(private readonly provider: ClientHttp2Session) {}

  has(path: string | undefined): path is string {
    return path === SCHEMAS || path === CONFIGURATION;
  }

  /** @param frame of the message that asks */
  answer(path: string, frame: Buffer): Promise<Uint8Array> {
    const question = `${path} ${frame.toString('base64')}`;
    const answer = this.answers.get(question) ?? this.ask(path, frame);
    this.answers.set(question, answer);
    return answer;
  }

  private async ask(path: string, frame: Buffer): Promise<Uint8Array> {
    const { status, message, body } = await invoke(this.provider, path, decodeFrame(frame) ?? frame);
    if (status !== '0') throw new Error(`the AWS provider does not answer ${path}: ${status} ${message}`);
    return path === SCHEMAS ? connectTypesOf(body) : body;
  }
}

/** The same schemas without the types of other services. */
function connectTypesOf(schemas: Uint8Array): Uint8Array {
  const kept = new BinaryWriter();
  const reader = new BinaryReader(schemas);
  while (reader.pos < reader.len) {
    const from = reader.pos;
    const [field, wireType] = reader.tag();
    const start = reader.pos;
    reader.skip(wireType);
    if (!MAPS.has(field) || typeOf(schemas.subarray(start, reader.pos)).startsWith('aws_connect_'))
      kept.raw(schemas.subarray(from, reader.pos));
  }
  return kept.finish();
}

/** The key of a map's entry, which stands first in it. */
function typeOf(entry: Uint8Array): string {
  const reader = new BinaryReader(new BinaryReader(entry).bytes());
  reader.tag();
  return reader.string();
}
