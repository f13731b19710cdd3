import type { UserProficiency, UserProficiencyDisassociate } from '@aws-sdk/client-connect';
import type { Proficiency } from '../gateway';
import { type Fields, read, write } from './fields';
import { number, text } from './members';

const PROFICIENCY: Fields<Proficiency, UserProficiency> = {
  attributeName: ['AttributeName', text],
  attributeValue: ['AttributeValue', text],
  level: ['Level', number],
};

/** @throws IncompleteAnswer */
export const proficiencyOf = (wire: UserProficiency, member = 'UserProficiency'): Proficiency => read(PROFICIENCY, wire, member);

export const wireProficiencyOf = (proficiency: Proficiency): UserProficiency => write(PROFICIENCY, proficiency);

export const withoutLevel = ({ attributeName, attributeValue }: Proficiency): UserProficiencyDisassociate => ({
  AttributeName: attributeName,
  AttributeValue: attributeValue,
});
