import { type Outcome, succeeded } from '../../connect/failure';
import type { Gateway, Id, QuickConnectSettings } from '../../connect/gateway';
import type { Context } from '../contract/resource';
import { OWN_TAGS } from '../values/tags';

/**
 * A quick connect whose user is replaced is promised to the successor, by tags: whoever makes that user later finds it, even after
 * a kill. The contact flow is among them, since Connect may clear the whole target once its user is deleted; and the id of the
 * user that goes, so that tags which stayed by mischance mean nothing once the quick connect points at somebody else.
 */
const HANDED_ON = `${OWN_TAGS}handed-on`;
const PREDECESSOR = `${OWN_TAGS}predecessor`;
const SUCCESSOR = `${OWN_TAGS}successor`;
const CONTACT_FLOW = `${OWN_TAGS}contact-flow`;
/** The same on all, so that one search finds them. */
const YES = 'yes';

export const promisedTo = ({ tags }: QuickConnectSettings): string | undefined => tags[SUCCESSOR];

/** The id of the user that it pointed at when it was promised. */
export const predecessorOf = ({ tags }: QuickConnectSettings): string | undefined => tags[PREDECESSOR];

/** The flow that agents hear on the transfer; nothing where it is lost. */
export const contactFlowOf = ({ target, tags }: QuickConnectSettings): string | undefined =>
  target?.type === 'USER' ? target.contactFlowId : tags[CONTACT_FLOW];

/** Without a flow it cannot point at anybody. */
export const canGoOn = (quickConnect: QuickConnectSettings): boolean => (contactFlowOf(quickConnect) ?? '') !== '';

/** Whoever may not tag keeps the promise in mind: it is then lost with the process. */
export async function promise(
  connect: Gateway,
  quickConnect: QuickConnectSettings,
  { predecessor, successor }: { readonly predecessor: string; readonly successor: string },
  region: string | undefined,
  { log }: Pick<Context, 'log'>,
): Promise<Outcome<unknown>> {
  const tags = { [HANDED_ON]: YES, [PREDECESSOR]: predecessor, [SUCCESSOR]: successor, [CONTACT_FLOW]: contactFlowOf(quickConnect) ?? '' };
  if (Object.entries(tags).every(([key, value]) => quickConnect.tags[key] === value)) return succeeded(undefined);
  const tagged = await connect.tagging.tag(quickConnect.arn, tags, region);
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

/** Takes the tags off again. Tags that stay do no harm: they tell of a user that the quick connect no longer points at. */
export async function fulfil(
  connect: Gateway,
  { id, arn }: QuickConnectSettings,
  region: string | undefined,
  { log }: Pick<Context, 'log'>,
): Promise<void> {
  const untagged = await connect.tagging.untag(arn, [HANDED_ON, PREDECESSOR, SUCCESSOR, CONTACT_FLOW], region);
  if (!untagged.ok) log.warn('the tags of a quick connect that was handed on stay', { quickConnectId: id, code: untagged.failure.code });
}

/** All that are promised to somebody. */
export const promised = (connect: Gateway, instanceId: Id, region: string | undefined): Promise<Outcome<readonly QuickConnectSettings[]>> =>
  connect.quickConnects.tagged(instanceId, HANDED_ON, YES, region);
