import type { Diagnostic } from '../../custom-resources/contract/diagnostic';
import { callFailed } from '../../custom-resources/failures/diagnostics';
import { keptAsTainted as keptQuickConnect } from '../../custom-resources/quick-connect/diagnostics';
import { groupKept } from '../../custom-resources/traffic-distribution-group/diagnostics';
import { adoptedLater, goesOnLater, keptAsTainted, leftOffline } from '../../custom-resources/user/diagnostics';
import { ProcessLedger } from '../../provider/ledger/ledger';
import { brieflyIfToldBefore, notToldBefore } from '../../provider/rpc/in-common';

const told = (severity: Diagnostic['severity'], common?: string): Diagnostic => ({
  severity,
  summary: 'No instance',
  detail: 'It is gone.',
  common,
});

describe('what many resources of a plan have in common', () => {
  it('is told once, and everything else each time', () => {
    const ledger = new ProcessLedger();
    expect(notToldBefore([told('error', 'no instance i-1'), told('error')], ledger)).toHaveLength(2);
    expect(notToldBefore([told('error', 'no instance i-1'), told('error')], ledger)).toEqual([told('error')]);
    expect(notToldBefore([told('error', 'no instance i-2')], ledger)).toHaveLength(1);
  });

  it('is an error once more where it was only warned of: an error ends the command', () => {
    const ledger = new ProcessLedger();
    notToldBefore([told('warning', 'no instance i-1')], ledger);
    expect(notToldBefore([told('error', 'no instance i-1')], ledger)).toHaveLength(1);
  });

  it('is told of each whose change may have been made or not', () => {
    const ledger = new ProcessLedger();
    const uncertain: Diagnostic = { ...told('error'), failure: 'unreachable', uncertain: true };
    expect([uncertain, uncertain].flatMap((one) => brieflyIfToldBefore([one], ledger))).toEqual([uncertain, uncertain]);
  });

  it('is told of each import that cannot be read and of each change that fails, in few words where it was told before', () => {
    const ledger = new ProcessLedger();
    expect(brieflyIfToldBefore([told('error', 'no instance i-1')], ledger)).toEqual([told('error', 'no instance i-1')]);
    expect(brieflyIfToldBefore([told('error', 'no instance i-1'), told('error')], ledger)).toEqual([
      { ...told('error', 'no instance i-1'), detail: expect.stringMatching(/same as that of another error.*\(no instance i-1\)/) },
      told('error'),
    ]);
    expect(brieflyIfToldBefore([told('warning', 'odd'), told('warning', 'odd')], ledger)).toHaveLength(1);
  });

  it.each<[string, (problem: Diagnostic) => Diagnostic, string]>([
    ['that it is there, and is to be kept', keptAsTainted, 'first run "terraform untaint ADDRESS"'],
    ['that the quick connect is there', keptQuickConnect, 'first run "terraform untaint ADDRESS"'],
    ['that the group is there', (problem) => groupKept(problem, true), 'first run "terraform untaint ADDRESS"'],
    ['what waits for it', goesOnLater, 'points the waiting quick connects at the new one'],
    ['that it was there before', (problem) => adoptedLater(problem, 'u-1'), 'The account u-1 existed before this apply'],
    ['that its agent is left Offline', (problem) => leftOffline(problem, ['denied']), 'The agent is left Offline'],
  ])('leaves out nothing of what became of one whose change failed: %s', (_, said, own) => {
    const ledger = new ProcessLedger();
    const problem = callFailed('updating it', { kind: 'denied', operation: 'X', region: 'us-east-1', code: 'AccessDenied', message: 'no' });
    expect(brieflyIfToldBefore([problem], ledger)).toEqual([problem]);
    const [brief] = brieflyIfToldBefore([said(problem)], ledger);
    expect(brief?.detail).toMatch(/^The reason is the same as that of another error.*\(X in us-east-1: access denied\)/);
    expect(brief?.detail).not.toContain('AccessDenied');
    expect(brief?.detail).toContain(own);
  });
});
