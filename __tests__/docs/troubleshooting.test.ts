import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { thisPackage } from '../../constructs/plugin/built-plugin';
import { callFailed, SUMMARY } from '../../custom-resources/failures/diagnostics';
import { type Failure, type FailureKind, OUT_OF_TIME } from '../../connect/failure';
import { MISTAKES } from '../support/terraform/plan-mistakes';
import { isOnTroubleshootingPage } from '../support/troubleshooting';

/** The page is generated from the source; whether a message that a test provokes is on it, the fault matrix looks too. */
describe('the page of errors', () => {
  const page = readFileSync(join(thisPackage().root, 'docs', 'troubleshooting.md'), 'utf8');

  it('has what the plan says of each mistake', () => {
    const said = Object.values(MISTAKES).map(({ summary }) => summary);
    expect(said.filter((title) => !isOnTroubleshootingPage(title))).toEqual([]);
  });

  it('has each way in which a call can fail', () => {
    const call = { operation: 'CreateUser', region: 'us-east-1', code: 'SomeException', message: 'no', ambiguous: false };
    const failing = (kind: FailureKind, more: Partial<Failure> = {}) => callFailed('creating the user "ada"', { ...call, kind, ...more });
    const kinds = Object.keys(SUMMARY).filter((way): way is FailureKind => way !== 'too-late' && way !== 'trouble');
    const special = [failing('unavailable', { code: OUT_OF_TIME }), failing('unavailable', { status: 503 })];
    const said = [...kinds.map((kind) => failing(kind)), ...special].map(({ summary }) => summary);
    expect(said.filter((title) => !isOnTroubleshootingPage(title))).toEqual([]);
  });

  it('does not know what nobody says', () => {
    expect(['No user', 'Creating the user "ada" failed', 'Something went wrong'].filter(isOnTroubleshootingPage)).toEqual([]);
  });

  it('says of each message what to do', () => {
    const texts = page.split(/^### /m).slice(1);
    const short = texts.filter((text) => text.split('\n').slice(1).join(' ').trim().split(/\s+/).length < 6);
    expect(short.map((text) => text.split('\n')[0])).toEqual([]);
  });
});
