import {
  AssociateUserProficienciesCommand,
  DisassociateUserProficienciesCommand,
  ListUserProficienciesCommand,
  UpdateUserProficienciesCommand,
} from '@aws-sdk/client-connect';
import type { Caller } from '../calls/caller';
import { allPages, eachOnce } from '../calls/pages';
import { type Outcome, succeeded } from '../failure';
import type { Users } from '../gateway';
import type { Written } from '../model';
import { list, optionalText, optionalTime } from '../shapes/members';
import { proficiencyOf, wireProficiencyOf, withoutLevel } from '../shapes/proficiency-shape';
import { written } from './answers';

type Proficiencies = Pick<Users, 'listProficiencies' | 'associateProficiencies' | 'updateProficiencies' | 'disassociateProficiencies'>;

const PAGE = 100;
const NOTHING_TO_DO: Outcome<Written> = succeeded({});

export const userProficienciesOf = (caller: Caller): Proficiencies => ({
  async listProficiencies({ instanceId, userId, region = caller.region }) {
    let lastModified: number | undefined;
    const held = await allPages({ operation: 'ListUserProficiencies', region }, (nextToken) =>
      caller.call({
        operation: 'ListUserProficiencies',
        region,
        command: () => new ListUserProficienciesCommand({ InstanceId: instanceId, UserId: userId, MaxResults: PAGE, NextToken: nextToken }),
        read: (output) => {
          lastModified = optionalTime(output.LastModifiedTime, 'LastModifiedTime');
          return {
            items: list(output.UserProficiencyList, 'UserProficiencyList', proficiencyOf),
            nextToken: optionalText(output.NextToken, 'NextToken'),
          };
        },
      }),
    );
    const once = eachOnce(held, ({ attributeName, attributeValue }) => JSON.stringify([attributeName, attributeValue]));
    return once.ok ? succeeded({ proficiencies: once.value, ...(lastModified !== undefined && { lastModified }) }) : once;
  },

  async associateProficiencies({ instanceId, userId, region }, proficiencies) {
    if (proficiencies.length === 0) return NOTHING_TO_DO;
    const UserProficiencies = proficiencies.map(wireProficiencyOf);
    return caller.call({
      operation: 'AssociateUserProficiencies',
      region,
      command: () => new AssociateUserProficienciesCommand({ InstanceId: instanceId, UserId: userId, UserProficiencies }),
      read: written,
    });
  },

  async updateProficiencies({ instanceId, userId, region }, proficiencies) {
    if (proficiencies.length === 0) return NOTHING_TO_DO;
    const UserProficiencies = proficiencies.map(wireProficiencyOf);
    return caller.call({
      operation: 'UpdateUserProficiencies',
      region,
      command: () => new UpdateUserProficienciesCommand({ InstanceId: instanceId, UserId: userId, UserProficiencies }),
      read: written,
    });
  },

  async disassociateProficiencies({ instanceId, userId, region }, proficiencies) {
    if (proficiencies.length === 0) return NOTHING_TO_DO;
    const UserProficiencies = proficiencies.map(withoutLevel);
    const outcome = await caller.call({
      operation: 'DisassociateUserProficiencies',
      region,
      command: () => new DisassociateUserProficienciesCommand({ InstanceId: instanceId, UserId: userId, UserProficiencies }),
      read: written,
    });
    // Gone after a try whose answer was lost: that try took them away.
    return !outcome.ok && outcome.failure.kind === 'not-found' && outcome.failure.ambiguous ? NOTHING_TO_DO : outcome;
  },
});
