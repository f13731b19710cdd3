import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type ClientHttp2Session, constants, createServer, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { encodeFrame } from '../../../provider/plugin/grpc-frame';
import { dial } from '../provider/grpc';
import type { RunningProvider } from '../terraform/running-provider';
import { RepeatedQuestions } from './repeated-questions';

/** Stands between terraform and a running AWS provider, and passes on all but what is asked again: nine tenths of what a command costs. */
export async function goBetween(aws: RunningProvider): Promise<RunningProvider> {
  const [[source, address] = ['', undefined]] = Object.entries(aws.reattach);
  const { String: place } = (address as { readonly Addr: { readonly String: string } }).Addr;
  const asking = dial(place);
  const repeated = new RepeatedQuestions(asking);

  const server = createServer();
  server.on('session', (session) => {
    const provider = dial(place);
    session.once('close', () => provider.destroy());
    session.on('stream', (stream, headers) => {
      const path = headers[':path'];
      if (repeated.has(path)) void answer(stream, path, repeated);
      else passOn(stream, headers, provider);
    });
  });
  const directory = mkdtempSync(join(tmpdir(), 'aws-provider-'));
  const socket = join(directory, 'socket');
  await once(server.listen(socket), 'listening');
  return {
    reattach: { [source]: { ...(address as object), Addr: { Network: 'unix', String: socket } } },
    stop: async () => {
      server.close();
      asking.destroy();
      rmSync(directory, { recursive: true });
      await aws.stop();
    },
  };
}

async function answer(stream: ServerHttp2Stream, path: string, repeated: RepeatedQuestions): Promise<void> {
  try {
    const message = await repeated.answer(path, await buffer(stream));
    stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
    stream.once('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
    stream.end(encodeFrame(message));
  } catch (error) {
    stream.destroy(error as Error);
  }
}

function passOn(stream: ServerHttp2Stream, headers: IncomingHttpHeaders, provider: ClientHttp2Session): void {
  const call = provider.request(headers);
  let trailers: IncomingHttpHeaders = {};
  call.once('trailers', (told: IncomingHttpHeaders) => (trailers = told));
  call.once('response', (told: IncomingHttpHeaders, flags: number) => {
    const endStream = (flags & constants.NGHTTP2_FLAG_END_STREAM) !== 0;
    stream.respond(told, { endStream, waitForTrailers: !endStream });
    if (!endStream) call.pipe(stream);
  });
  stream.once('wantTrailers', () => stream.sendTrailers(trailers));
  stream.pipe(call);
  stream.once('close', () => call.close(constants.NGHTTP2_CANCEL));
  for (const end of [stream, call]) end.on('error', () => stream.destroy());
}
