import { accounts } from './accounts';
import { disassociateDeletedUser, memberOfDeletedUser } from './deleted-members';
import { lags } from './lags';
import { lastModified } from './last-modified';
import { members } from './members';
import { pages } from './pages';
import type { Question } from './question';
import { deletedUser, inQueue } from './quick-connects';
import { settings } from './settings';
import { updating } from './updating';

/** In the order in which they are asked: what costs least comes first. */
export const QUESTIONS: readonly Question[] = [
  pages,
  accounts,
  settings,
  lastModified,
  lags,
  deletedUser,
  inQueue,
  members,
  disassociateDeletedUser,
  memberOfDeletedUser,
  updating,
];
