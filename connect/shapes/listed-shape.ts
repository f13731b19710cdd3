import type { Listed } from '../gateway';
import { type Fields, read } from './fields';
import { idOf, optionalText } from './members';

/** What the summaries of all lists have in common. */
interface WireSummary {
  readonly Id?: string;
  readonly Arn?: string;
  readonly Name?: string;
}

export const LISTED: Fields<Listed, WireSummary> = {
  id: ['Id', idOf],
  arn: ['Arn', optionalText],
  name: ['Name', optionalText],
};

/** @throws IncompleteAnswer */
export const listedOf = (wire: WireSummary, member: string): Listed => read(LISTED, wire, member);
