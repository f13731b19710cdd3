import type { Gateway } from '../../connect/gateway';
import type { Context, Reconciliation } from '../contract/resource';
import { callFailed } from '../failures/diagnostics';
import { tagChanges, withoutTags } from '../values/tags';
import { groupVanished } from './diagnostics';
import type { GroupState } from './schema';

/** Brings the tags of a group to what is planned; all else of a group replaces it. */
export async function updateTags(
  connect: Gateway,
  prior: GroupState,
  desired: GroupState,
  { settings }: Context,
): Promise<Reconciliation<GroupState>> {
  const announced = tagChanges(settings, prior.tags_all ?? {}, desired.tags_all ?? {});
  if (isNothing(announced)) return { state: desired };
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
  const { set, remove } = tagChanges(settings, found.value.tags ?? {}, desired.tags_all ?? {});
  const removed = remove.length > 0 ? await connect.groups.untag(arn, remove, region) : undefined;
  if (removed?.ok === false) return failed(callFailed(action, removed.failure, ['tags']));
  const added = Object.keys(set).length > 0 ? await connect.groups.tag(arn, set, region) : undefined;
  if (added?.ok === false) return failed(callFailed(action, added.failure, ['tags']), withoutTags(prior, remove));
  return { state: desired };
}

const isNothing = ({ set, remove }: ReturnType<typeof tagChanges>): boolean => Object.keys(set).length === 0 && remove.length === 0;
