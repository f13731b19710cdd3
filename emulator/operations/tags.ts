import type { Collection } from '../state/collection';
import type { Instance } from '../state/instance';
import type { Modified, Tags } from '../state/things';
import { invalidRequest, notFound } from '../wire/service-error';
import { operation, type Call, type Operation } from './call';
import { KINDS } from './kinds';

interface Taggable {
  readonly tags: Tags;
  replace(tags: Tags): void;
}

const MAX_TAGS = 50;

/** The thing that an ARN of this account and Region names. */
function taggable(arn: string, call: Call): Taggable {
  const [, partition, service, region, account, ...rest] = arn.split(':');
  if (!arn.startsWith('arn:') || partition !== 'aws' || service !== 'connect' || rest.length === 0)
    throw invalidRequest('resourceArn is not the ARN of an Amazon Connect resource.');
  const [kind, id = '', type, thingId = ''] = rest.join(':').split('/');
  const missing = notFound(`Resource ${arn}`);
  if (account !== call.world.account) throw missing;

  if (kind === 'traffic-distribution-group') {
    const exists = (instance: Instance): boolean => {
      const group = instance.groups.find(id, call.viewAtHome(instance));
      return group !== undefined && call.status(group) !== 'GONE';
    };
    const instance = call.world.instancesIn(call.region).find(exists);
    if (!instance || region !== instance.facts.homeRegion) throw missing;
    return within(instance.groups, id, call, missing);
  }
  if (kind !== 'instance' || region !== call.region) throw missing;
  const instance = call.instance(id);
  if (type === undefined) return { tags: instance.tags, replace: (tags) => void (instance.tags = tags) };
  if (type === 'agent') return within(instance.users, thingId, call, missing, call.modifiedBy('tags'));
  for (const kind of KINDS) if (kind.type === type) return within<Tagged>(kind.things(instance), thingId, call, missing);
  throw missing;
}

interface Tagged {
  readonly Tags: Tags;
}

function within<T extends Tagged>(
  things: Pick<Collection<T>, 'current' | 'put'>,
  id: string,
  call: Call,
  missing: Error,
  modified: Partial<Modified> = {},
): Taggable {
  const thing = things.current(id, call.view);
  if (!thing) throw missing;
  return { tags: thing.Tags, replace: (Tags) => things.put(id, { ...thing, ...modified, Tags }, call.stamp) };
}

export const tags: Readonly<Record<string, Operation>> = {
  TagResource: operation<{ readonly resourceArn: string; readonly tags: Tags }>((input, call) => {
    const thing = taggable(input.resourceArn, call);
    const merged = { ...thing.tags, ...input.tags };
    if (Object.keys(merged).length > MAX_TAGS) throw invalidRequest(`A resource can have at most ${MAX_TAGS} tags.`);
    thing.replace(merged);
    return undefined;
  }),

  UntagResource: operation<{ readonly resourceArn: string; readonly tagKeys: readonly string[] }>((input, call) => {
    const thing = taggable(input.resourceArn, call);
    thing.replace(Object.fromEntries(Object.entries(thing.tags).filter(([key]) => !input.tagKeys.includes(key))));
    return undefined;
  }),

  ListTagsForResource: operation<{ readonly resourceArn: string }>((input, call) => ({ tags: taggable(input.resourceArn, call).tags })),
};
