import { TEAM_GROUP_ID } from '../../emulator/seed/demo';
import { RandomRun } from './random-run';
import type { Step } from './steps';

/** Sequences that once went wrong, made as short as they could be. */
const step = (edits: Step['edits'], outside: Step['outside'] = [], trouble: Step['trouble'] = []): Step => ({ edits, outside, trouble });

it('leaves no quick connect behind when all answers to DeleteUser are lost and quick connects no longer name the user', () =>
  RandomRun.take({ answers: { quickConnectUserIdAfterDelete: 'cleared' }, provider: {} }, [
    step([{ edit: 'add user', body: { quick_connects_on_delete: 'delete' } }]),
    step(
      [{ edit: 'remove user', pick: 0 }],
      [{ outside: 'quick connect', pick: 0, queue: true }],
      [{ operation: 'DeleteUser', kind: 'lost after', count: 3 }],
    ),
  ]));

it('ends the membership of an agent whom somebody else deleted, though the group keeps it and does not let go', () =>
  RandomRun.take({ answers: { memberOfDeletedUser: 'lingers', disassociateDeletedUser: 'not-found' }, provider: {} }, [
    step([
      { edit: 'add user', body: {} },
      { edit: 'add membership', pick: 0, group: TEAM_GROUP_ID },
    ]),
    step(
      [{ edit: 'remove user', pick: 0 }],
      [
        { outside: 'quick connect', pick: 0, queue: false },
        { outside: 'delete user', pick: 0 },
      ],
    ),
  ]));
