import type { Instance } from '../state/instance';
import type { Proficiency, User } from '../state/things';
import { invalidParameter, invalidRequest, notFound } from '../wire/service-error';
import { operation, type Call, type Operation } from './call';
import { findUser, findUserToChange } from './find-user';
import { pageByKey } from './pages';

type Key = Pick<Proficiency, 'AttributeName' | 'AttributeValue'>;

interface ProficienciesInput<T extends Key> {
  readonly InstanceId: string;
  readonly UserId: string;
  readonly UserProficiencies: readonly T[];
}

interface ListInput {
  readonly InstanceId: string;
  readonly UserId: string;
  readonly NextToken?: string;
  readonly MaxResults?: number;
}

const keyOf = ({ AttributeName, AttributeValue }: Key): string => `${AttributeName}\n${AttributeValue}`;

/** A change of a user's proficiencies; `change` gets the present ones by key and edits them. */
function change<T extends Key>(
  apply: (present: Map<string, Proficiency>, input: readonly T[], instance: Instance, call: Call) => void,
): Operation {
  return operation<ProficienciesInput<T>>((input, call) => {
    const instance = call.instance(input.InstanceId);
    const { id, user } = findUserToChange(instance, call, input.UserId);
    if (new Set(input.UserProficiencies.map(keyOf)).size < input.UserProficiencies.length)
      throw invalidRequest('UserProficiencies names a proficiency twice.');
    const present = new Map(user.Proficiencies.map((proficiency) => [keyOf(proficiency), proficiency]));
    apply(present, input.UserProficiencies, instance, call);
    const changed: User = {
      ...user,
      Proficiencies: [...present.values()],
      ProficienciesModified: call.modified,
      ...call.modifiedBy('proficiencies'),
    };
    instance.users.put(id, changed, call.stamp);
    return undefined;
  });
}

function checkLevel(level: number): void {
  if (!Number.isInteger(level)) throw invalidParameter('Level must be 1, 2, 3, 4 or 5.');
}

export const proficiencies: Readonly<Record<string, Operation>> = {
  AssociateUserProficiencies: change<Proficiency>((present, input, instance, call) => {
    for (const proficiency of input) {
      checkLevel(proficiency.Level);
      const attribute = instance.predefinedAttributes.find(proficiency.AttributeName, call.view);
      if (!attribute?.Values.includes(proficiency.AttributeValue))
        throw notFound(`Predefined attribute ${proficiency.AttributeName} with that value`);
      present.set(keyOf(proficiency), proficiency);
    }
    const { proficienciesPerUser } = call.settings.quotas;
    if (present.size > proficienciesPerUser) throw invalidRequest(`A user can have at most ${proficienciesPerUser} proficiencies.`);
  }),

  UpdateUserProficiencies: change<Proficiency>((present, input) => {
    for (const proficiency of input) {
      checkLevel(proficiency.Level);
      if (!present.has(keyOf(proficiency))) throw notFound(`Proficiency ${proficiency.AttributeName} of the user`);
      present.set(keyOf(proficiency), proficiency);
    }
  }),

  DisassociateUserProficiencies: change<Key>((present, input) => {
    for (const proficiency of input) {
      if (!present.delete(keyOf(proficiency))) throw notFound(`Proficiency ${proficiency.AttributeName} of the user`);
    }
  }),

  ListUserProficiencies: operation<ListInput>((input, call) => {
    const instance = call.instance(input.InstanceId);
    const { id } = findUser(instance, call, input.UserId);
    const user = instance.users.listed(id, call.view);
    if (!user) throw notFound(`User ${input.UserId}`);
    const { items, NextToken } = pageByKey(user.Proficiencies, keyOf, input);
    return { UserProficiencyList: items, NextToken, ...user.ProficienciesModified };
  }),
};
