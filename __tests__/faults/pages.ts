import { model } from '../../emulator/model/api-model';
import { type Exchange, OUR_TOKEN } from './server';

interface PagesAmiss {
  readonly name: string;
  readonly meet: (exchange: Exchange) => Promise<void>;
}

/** What can be amiss with the pages of a list; nothing if the operation is none. Every token of ours leads back to the beginning. */
export function pagesAmiss(operation: string): readonly PagesAmiss[] {
  const { output = '' } = model.operations[operation] ?? {};
  const members = model.shapes[output]?.members ?? {};
  const list = Object.entries(members).find(([, { shape }]) => model.shapes[shape]?.type === 'list')?.[0];
  if (!('NextToken' in members) || list === undefined) return [];
  const paged =
    (change: (body: Readonly<Record<string, unknown>>) => object) =>
    async ({ perform, send }: Exchange): Promise<void> => {
      const answer = await perform();
      send({
        ...answer,
        body:
          answer.body.startsWith('{') && answer.status === 200
            ? JSON.stringify(change(JSON.parse(answer.body) as Record<string, unknown>))
            : answer.body,
      });
    };
  const twice = (items: unknown): unknown => (Array.isArray(items) ? [...(items as unknown[]), ...(items as unknown[])] : items);
  return [
    { name: 'a page that leads to itself', meet: paged((body) => ({ ...body, NextToken: `${OUR_TOKEN}a` })) },
    { name: 'an empty page before the first', meet: paged((body) => ({ ...body, [list]: [], NextToken: `${OUR_TOKEN}a` })) },
    { name: 'everything twice on a page', meet: paged((body) => ({ ...body, [list]: twice(body[list]) })) },
    { name: 'an empty token at the end', meet: paged((body) => ({ NextToken: '', ...body })) },
    { name: 'null for a token at the end', meet: paged((body) => ({ NextToken: null, ...body })) },
  ];
}
