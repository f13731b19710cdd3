import type { Diagnostic } from '../../custom-resources/contract/diagnostic';
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
      { ...told('error', 'no instance i-1'), detail: expect.stringContaining('same as for another resource') },
      told('error'),
    ]);
    expect(brieflyIfToldBefore([told('warning', 'odd'), told('warning', 'odd')], ledger)).toHaveLength(1);
  });
});
