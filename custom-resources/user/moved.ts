import type { PrivateData } from '../contract/value';

/**
 * A user that came from `aws_connect_user` by a `moved` block: its quick connects are often managed as
 * `aws_connect_quick_connect`, so they stay when the user goes, unless the configuration says otherwise.
 */
const MOVED = 'moved';

export const MOVED_MARK: PrivateData = { [MOVED]: true };

export const isMoved = (known: PrivateData): boolean => known[MOVED] === true;

/** The mark, to be kept as long as the user is. */
export const movedMark = (known: PrivateData): PrivateData => (isMoved(known) ? MOVED_MARK : {});
