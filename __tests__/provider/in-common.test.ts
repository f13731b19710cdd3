import type { Diagnostic } from '../../custom-resources/contract/diagnostic';
import { ProcessLedger } from '../../provider/ledger/ledger';
import { notToldBefore } from '../../provider/rpc/in-common';

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
});
