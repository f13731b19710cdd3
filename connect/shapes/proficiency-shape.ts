import type { UserProficiency, UserProficiencyDisassociate } from '@aws-sdk/client-connect';
import type { Proficiency } from '../model';
import { number, structure, text } from './members';

/** @throws IncompleteAnswer */
export function proficiencyOf(wire: UserProficiency, member = 'UserProficiency'): Proficiency {
  const { AttributeName, AttributeValue, Level } = structure(wire, member);
  return {
    attributeName: text(AttributeName, `${member}.AttributeName`),
    attributeValue: text(AttributeValue, `${member}.AttributeValue`),
    level: number(Level, `${member}.Level`),
  };
}

export const wireProficiencyOf = (proficiency: Proficiency): UserProficiency => ({
  ...withoutLevel(proficiency),
  Level: proficiency.level,
});

export const withoutLevel = (proficiency: Proficiency): UserProficiencyDisassociate => ({
  AttributeName: proficiency.attributeName,
  AttributeValue: proficiency.attributeValue,
});
