import {
  AssociateUserProficienciesCommand,
  DisassociateUserProficienciesCommand,
  ListUserProficienciesCommand,
  UpdateUserProficienciesCommand,
} from '@aws-sdk/client-connect';
import type { Caller } from '../calls/caller';
import { allPages, eachOnce } from '../calls/pages';
import { succeeded } from '../failure';
import type { Users } from '../gateway';
import { list, optionalText, optionalTime } from '../shapes/members';
import { proficiencyOf, wireProficiencyOf, withoutLevel } from '../shapes/proficiency-shape';
import { orAlreadyGone, written } from './answers';

type Proficiencies = Pick<Users, 'listProficiencies' | 'associateProficiencies' | 'updateProficiencies' | 'disassociateProficiencies'>;

const PAGE = 100;

export const proficienciesOf = (caller: Caller): Proficiencies => ({
  async listProficiencies({ instanceId, userId, region = caller.region }) {
    let lastModified: number | undefined;
    const held = await allPages({ operation: 'ListUserProficiencies', region }, (nextToken) =>
      caller.call(
        ListUserProficienciesCommand,
        region,
        { InstanceId: instanceId, UserId: userId, MaxResults: PAGE, NextToken: nextToken },
        (output) => {
          lastModified = optionalTime(output.LastModifiedTime, 'LastModifiedTime');
          return {
            items: list(output.UserProficiencyList, 'UserProficiencyList', proficiencyOf),
            nextToken: optionalText(output.NextToken, 'NextToken'),
          };
        },
      ),
    );
    const once = eachOnce(held, ({ attributeName, attributeValue }) => JSON.stringify([attributeName, attributeValue]));
    return once.ok ? succeeded({ proficiencies: once.value, ...(lastModified !== undefined && { lastModified }) }) : once;
  },

  async associateProficiencies({ instanceId, userId, region }, proficiencies) {
    if (proficiencies.length === 0) return succeeded({});
    const input = { InstanceId: instanceId, UserId: userId, UserProficiencies: proficiencies.map(wireProficiencyOf) };
    return caller.call(AssociateUserProficienciesCommand, region, input, written);
  },

  async updateProficiencies({ instanceId, userId, region }, proficiencies) {
    if (proficiencies.length === 0) return succeeded({});
    const input = { InstanceId: instanceId, UserId: userId, UserProficiencies: proficiencies.map(wireProficiencyOf) };
    return caller.call(UpdateUserProficienciesCommand, region, input, written);
  },

  async disassociateProficiencies({ instanceId, userId, region }, proficiencies) {
    if (proficiencies.length === 0) return succeeded({});
    const input = { InstanceId: instanceId, UserId: userId, UserProficiencies: proficiencies.map(withoutLevel) };
    return orAlreadyGone(caller.call(DisassociateUserProficienciesCommand, region, input, written), {});
  },
});
