import { type Outcome, succeeded } from '../../connect/failure';
import type { Gateway } from '../../connect/gateway';
import type { QuickConnectSettings } from '../../connect/model';
import type { Context } from '../contract/resource';
import { OWN_TAGS } from '../values/tags';

/**
 * A quick connect whose user is replaced is promised to the successor, by tags: whoever makes that user later finds it, even after
 * a kill. The contact flow is among them, since Connect may clear the whole target once its user is deleted.
 */
const HANDED_ON = `${OWN_TAGS}handed-on`;
const SUCCESSOR = `${OWN_TAGS}successor`;
const CONTACT_FLOW = `${OWN_TAGS}contact-flow`;
/** The same on all, so that one search finds them. */
const YES = 'yes';

export const promisedTo = ({ tags }: QuickConnectSettings): string | undefined => tags[SUCCESSOR];

/** Where it goes on to another user: an earlier run was cut off in between. */
export function promisedToOther(quickConnect: QuickConnectSettings, name: string): string | undefined {
  const to = promisedTo(quickConnect);
  return to === name ? undefined : to;
}

/** The flow that agents hear on the transfer; nothing where it is lost. */
export const contactFlowOf = ({ target, tags }: QuickConnectSettings): string | undefined =>
  target?.type === 'USER' ? target.contactFlowId : tags[CONTACT_FLOW];

/** Whoever may not tag keeps the promise in mind: it is then lost with the process. */
export async function promise(
  connect: Gateway,
  quickConnect: QuickConnectSettings,
  successor: string,
  region: string | undefined,
  { log }: Pick<Context, 'log'>,
): Promise<Outcome<unknown>> {
  const tags = { [HANDED_ON]: YES, [SUCCESSOR]: successor, [CONTACT_FLOW]: contactFlowOf(quickConnect) ?? '' };
  if (Object.entries(tags).every(([key, value]) => quickConnect.tags[key] === value)) return succeeded(undefined);
  const tagged = await connect.users.tag(quickConnect.arn, tags, region);
  if (tagged.ok || (tagged.failure.kind !== 'denied' && tagged.failure.kind !== 'invalid')) return tagged;
  log.warn(
    'a quick connect cannot be tagged for the successor of its user: an apply that is killed meanwhile leaves it pointing at nobody',
    {
      quickConnectId: quickConnect.id,
      code: tagged.failure.code,
    },
  );
  return succeeded(undefined);
}

/** Takes the tags off again. A tag that stays does no harm: it names who has the quick connect. */
export async function fulfil(
  connect: Gateway,
  { id, arn }: QuickConnectSettings,
  region: string | undefined,
  { log }: Pick<Context, 'log'>,
): Promise<void> {
  const untagged = await connect.users.untag(arn, [HANDED_ON, SUCCESSOR, CONTACT_FLOW], region);
  if (!untagged.ok) log.warn('the tags of a quick connect that was handed on stay', { quickConnectId: id, code: untagged.failure.code });
}

/** All that are promised to somebody. */
export const promised = (
  connect: Gateway,
  instanceId: string,
  region: string | undefined,
): Promise<Outcome<readonly QuickConnectSettings[]>> => connect.quickConnects.tagged(instanceId, HANDED_ON, YES, region);
