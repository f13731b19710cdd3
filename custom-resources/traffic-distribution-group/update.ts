import type { Gateway } from '../../connect/gateway';
import type { Context, Reconciliation } from '../contract/resource';
import { callFailed } from '../failures/diagnostics';
import { announcedTagChanges, isNothing, tagChanges, withoutTags } from '../values/tags';
import { groupVanished, tagsLeft } from './diagnostics';
import type { GroupState } from './schema';

/** Brings the tags of a group to what is planned, but for those that came after the plan; all else of a group replaces it. */
export async function updateTags(
  connect: Gateway,
  prior: GroupState,
  desired: GroupState,
  { settings }: Context,
): Promise<Reconciliation<GroupState>> {
  if (isNothing(tagChanges(settings, prior.tags_all ?? {}, desired.tags_all ?? {}))) return { state: desired };
  const [id, region] = [prior.id ?? '', prior.region ?? connect.region];
  const arn = prior.arn ?? '';
  const action = `setting the tags of the traffic distribution group "${prior.name}" (${id})`;
  const failed = (problem: ReturnType<typeof callFailed>, tags = prior): Reconciliation<GroupState> => ({
    state: tags,
    diagnostics: [problem],
  });

  const found = await connect.groups.find({ group: id, region });
  if (!found.ok) return failed(callFailed(action, found.failure));
  if (!found.value) return failed(groupVanished(id));
  const changes = announcedTagChanges(settings, {
    before: prior.tags_all,
    observed: found.value.tags ?? {},
    desired: desired.tags_all,
  });
  const left = changes.left.length > 0 ? { diagnostics: [tagsLeft(prior, changes.left)] } : {};
  if (isNothing(changes)) return { state: desired, ...left };
  const removed = await connect.tagging.untag(arn, changes.remove, region);
  if (!removed.ok) return failed(callFailed(action, removed.failure, ['tags']));
  const added = await connect.tagging.tag(arn, changes.set, region);
  if (!added.ok) return failed(callFailed(action, added.failure, ['tags']), withoutTags(prior, changes.remove));
  return { state: desired, ...left };
}
