import type { UserProficiency, UserProficiencyDisassociate } from '@aws-sdk/client-connect';
import type { Proficiency } from '../model';
import { present } from './incomplete-answer';

/** @throws IncompleteAnswer */
export const proficiencyOf = (wire: UserProficiency): Proficiency => ({
  attributeName: present(wire.AttributeName, 'UserProficiency.AttributeName'),
  attributeValue: present(wire.AttributeValue, 'UserProficiency.AttributeValue'),
  level: present(wire.Level, 'UserProficiency.Level'),
});

export const wireProficiencyOf = (proficiency: Proficiency): UserProficiency => ({
  ...withoutLevel(proficiency),
  Level: proficiency.level,
});

export const withoutLevel = (proficiency: Proficiency): UserProficiencyDisassociate => ({
  AttributeName: proficiency.attributeName,
  AttributeValue: proficiency.attributeValue,
});
