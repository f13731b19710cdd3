import { idIn } from '../../connect/shapes/ids';
import { allPages } from '../../connect/calls/pages';
import { succeeded } from '../../connect/failure';
import { failureOf, openAt, valueOf } from '../support/connect/open';
import { ok, startScriptedServer } from '../support/connect/scripted-server';

const OF = { operation: 'ListUsers', region: 'eu-central-1' };

describe('a list of many pages', () => {
  it('fails at once when the service gives a page again, and says so', async () => {
    const page = (NextToken: string) => ok({ RoutingProfileSummaryList: [{ Id: 'r-1' }], NextToken });
    await using server = await startScriptedServer(page('a'), page('b'), page('a'));
    const { gateway } = await openAt(server.endpoint);
    const failure = failureOf(await gateway().catalogue.routingProfiles(idIn('i-1')));
    expect(failure).toMatchObject({
      kind: 'unavailable',
      operation: 'ListRoutingProfiles',
      code: 'EndlessList',
      message: expect.stringContaining('after 3 pages'),
    });
    expect(server.requests).toHaveLength(3);
  });

  it('may hold a thing twice, and empty pages', async () => {
    const pages = [['r-1'], [], ['r-1', 'r-2'], []].map((ids, index) =>
      ok({ RoutingProfileSummaryList: ids.map((Id) => ({ Id })), ...(index < 3 && { NextToken: `t-${index}` }) }),
    );
    await using server = await startScriptedServer(...pages);
    const { gateway } = await openAt(server.endpoint);
    expect([...valueOf(await gateway().catalogue.routingProfiles(idIn('i-1'))).keys()]).toEqual(['r-1', 'r-2']);
  });

  it('ends when page after page is empty, or there is no end of pages', async () => {
    let asked = 0;
    const more = (items: readonly string[]) => () => Promise.resolve(succeeded({ items, nextToken: `t-${(asked += 1)}` }));
    expect(failureOf(await allPages(OF, more([]))).code).toBe('EndlessList');
    expect(asked).toBe(100);
    expect(failureOf(await allPages(OF, more(['again']))).code).toBe('EndlessList');
    expect(asked).toBeLessThan(11_000);
  });

  it('that many share ends as well when page after page is empty, and names its own Region', async () => {
    const empty = Array.from({ length: 100 }, (_, index) => ok({ QuickConnects: [], NextToken: `t-${index}` }));
    await using server = await startScriptedServer(...empty);
    const { gateway } = await openAt(server.endpoint, { rate: { requestsPerSecond: 10_000, burst: 1000 } });
    expect(failureOf(await gateway().quickConnects.search(idIn('i-1'), 'us-east-1'))).toMatchObject({
      operation: 'SearchQuickConnects',
      region: 'us-east-1',
      code: 'EndlessList',
    });
    expect(server.requests).toHaveLength(100);
  });

  it('may have a page of 600,000 things', async () => {
    const items = Array.from({ length: 600_000 }, (_, index) => index);
    expect(valueOf(await allPages(OF, () => Promise.resolve(succeeded({ items, nextToken: undefined }))))).toHaveLength(600_000);
  });
});
