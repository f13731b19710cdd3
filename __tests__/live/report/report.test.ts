import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { thisPackage } from '../../../constructs/plugin/built-plugin';
import { ANSWERS } from '../../answers/rows';
import { newDirectory, removeDirectories } from '../../support/constructs/directories';
import { mustBePrivate, redacted } from './privacy';
import { type Report, ROW_QUESTIONS } from './report';
import { writeReport } from './write';

const { root } = thisPackage();
const INSTANCE = '11111111-aaaa-4bbb-8ccc-000000000001';

const REPORT: Report = {
  format: 1,
  spokeTo: 'another server',
  day: '2026-01-01',
  versions: { package: '0.1.0', terraform: '1.11.4', node: '20.20.2', platform: 'linux x64' },
  instance: { region: 'us-east-1', otherRegion: 'us-west-2', identityManagement: 'SAML', group: 'groups of the run' },
  outcome: 'complete',
  rows: {
    reassociate: { result: 'observed', value: 'conflict', evidence: 'Associate for a member: 409 ResourceConflictException' },
    lastModifiedMoves: { result: 'observed', value: ['tags'], evidence: 'tags moves it' },
    memberIds: { result: 'not asked', why: 'needs a group' },
  },
  lags: [
    { what: 'ListUsers shows a new user', notYet: 2_000, seen: 3_100 },
    { what: 'SearchUsers shows a new user', notYet: 60_000 },
  ],
  pages: [{ operation: 'ListUsers', size: 1000, answer: '200' }],
  calls: { sent: 10, throttled: 0, perSecondOfEachOperation: 1 },
  remarks: [],
  lives: [{ name: 'users', resources: ['connect_user'], steps: [{ step: 'create', result: 'failed', problem: 'Access denied' }] }],
  left: [],
};

afterAll(removeDirectories);

describe('the report of a run', () => {
  it('is written as JSON and as a page that names each answer', () => {
    const [json = '', page = ''] = writeReport(REPORT, newDirectory(), [INSTANCE]);
    expect(JSON.parse(readFileSync(json, 'utf8'))).toEqual(REPORT);
    const text = readFileSync(page, 'utf8');
    expect(text).toContain('# A run against something else than Amazon Connect, 2026-01-01');
    expect(text).toContain('| `reassociate` | `conflict` | Associate for a member: 409 ResourceConflictException |');
    expect(text).toContain('| `memberIds` | not asked | needs a group |');
    expect(text).toContain('| ListUsers shows a new user | after 2.0 s to 3.1 s |');
    expect(text).toContain('| SearchUsers shows a new user | not within 60.0 s |');
    expect(text).toContain('| users | create | failed: Access denied |');
  });

  it.each([
    ['an ARN', 'arn:aws:iam::123456789012:role/x'],
    ['an id', INSTANCE],
    ['an account', 'account 123456789012 has'],
    ['an access key', 'AKIAIOSFODNN7EXAMPLE'],
    ['an e-mail address', 'ada@example.com'],
    ['a URL', 'https://demo.my.connect.aws/x'],
  ])('is not written with %s in it', (_, text) => {
    const directory = newDirectory();
    expect(() => writeReport({ ...REPORT, remarks: [text] }, directory, [])).toThrow('not written');
    expect(readdirSync(directory)).toEqual([]);
    expect(() => mustBePrivate(redacted(text), [])).not.toThrow();
  });

  it('asks about every switch of the emulator', () => {
    expect(Object.keys(ROW_QUESTIONS).sort()).toEqual(Object.keys(ANSWERS).sort());
  });

  it('answers every row of the page about undocumented answers', () => {
    const page = readFileSync(join(root, 'docs', 'behaviour', 'undocumented-answers.md'), 'utf8');
    const rows = [...page.matchAll(/\| `(\w+)` \|$/gm)].map(([, row]) => row);
    expect(rows.sort()).toEqual(Object.keys(ROW_QUESTIONS).sort());
  });
});

describe('docs/proven', () => {
  it('holds reports of runs against Amazon Connect only, without anything private', () => {
    const directory = join(root, 'docs', 'proven');
    for (const file of readdirSync(directory).filter((name) => name !== 'README.md')) {
      const text = readFileSync(join(directory, file), 'utf8');
      expect(() => mustBePrivate(text, [])).not.toThrow();
      if (file.endsWith('.json')) expect(JSON.parse(text)).toMatchObject({ spokeTo: 'Amazon Connect', outcome: 'complete' });
    }
  });
});
