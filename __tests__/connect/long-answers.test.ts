import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { idIn } from '../../connect/shapes/ids';
import { failureOf, openAt } from '../support/connect/open';

const MEGABYTE = Buffer.alloc(1024 * 1024, ' ');

describe('an answer that goes on and on', () => {
  it.each([200, 500])('with HTTP %i is cut off before it fills the memory, and is none of Amazon Connect', async (status) => {
    let sent = 0;
    const server = createServer((request, response) => {
      request.resume();
      response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-requestid': 'request-1' });
      const more = (): void => {
        while (!response.destroyed && sent < 2000) {
          sent += 1;
          if (!response.write(MEGABYTE)) {
            response.once('drain', more);
            return;
          }
        }
        response.end();
      };
      more();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { gateway } = await openAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { maxRetries: 0 });
    const failure = failureOf(await gateway().users.find({ instanceId: idIn('i-1'), userId: idIn('u-1') }));
    expect(failure).toMatchObject({ code: 'UnreadableAnswer', message: expect.stringContaining('does not come from AWS') });
    expect(sent).toBeLessThan(200);
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });
});
