import type { Answers } from '../../emulator/settings';
import type { Rows } from './findings';

/** The values that were observed; for the other rows, what became of them. */
export const valuesOf = (rows: Rows): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(rows).map(([row, finding]) => [row, finding.result === 'observed' ? finding.value : finding.result]));

/** What a run on an emulator with these answers has to name. What a user that cannot be deleted leaves in a quick connect, nobody can see. */
export const expectedOf = (answers: Answers): Readonly<Record<string, unknown>> => ({
  ...answers,
  ...(answers.deleteUserWithQuickConnect === 'refused' && { quickConnectUserIdAfterDelete: 'not observable' }),
});
