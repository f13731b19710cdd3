import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../cli/run';
import { newDirectory, removeDirectories } from '../support/constructs/directories';

afterAll(removeDirectories);

async function check(name: string, text: string, ...options: string[]): Promise<{ status: number; out: string; err: string }> {
  const file = join(newDirectory(), name);
  writeFileSync(file, text);
  let out = '';
  let err = '';
  const terminal = { print: (more: string) => void (out += more), complain: (more: string) => void (err += more) };
  const status = await run(['roster', 'check', file, ...options], terminal);
  return { status, out: out.replaceAll(file, name), err: err.replaceAll(file, name) };
}

test('a roster in which nothing is wrong', async () => {
  expect(await check('berlin.csv', 'name,first_name\nada,Ada\ngrace,Grace\n')).toEqual({
    status: 0,
    out: 'berlin.csv: 2 people, nothing is wrong\n',
    err: '',
  });
});

test('all bad rows are told at once, each with line, column and what was expected, in a spreadsheet with semicolons', async () => {
  const { status, out } = await check(
    'berlin.csv',
    '\uFEFFname;phone_type;desk_phone_number;auto_accept\r\nada;desk;;\r\ngrace;;;\r\nalan;;;perhaps\r\ngrace;;;\r\n',
  );
  expect([status, out.split('\n')]).toEqual([
    1,
    [
      'berlin.csv, line 2, column "desk_phone_number": must hold the number of the desk phone, such as "+12065550100"',
      'berlin.csv, line 4, column "auto_accept": must be "yes" or "no"; got "perhaps"',
      'berlin.csv, line 5, column "name": must be there once; "grace" is in line 3 too',
      'berlin.csv: 3 mistakes in 3 lines',
      '',
    ],
  ]);
});

test('a column whose name has a slip, with the column that is meant', async () => {
  const { out } = await check('team.csv', 'name,Routing Profil,shoe_size\nada,Sales,38\n');
  expect(out).toContain('team.csv, line 1, column "Routing Profil": is not known; did you mean "routing_profile"? Known are name, ');
  expect(out).toContain('team.csv, line 1, column "shoe_size": is not known. Known are name, ');
});

test('a thousand bad rows are a thousand lines', async () => {
  const rows = Array.from({ length: 1000 }, (_, index) => `agent${index},perhaps\n`);
  const { status, out } = await check('many.csv', `name,auto_accept\n${rows.join('')}`);
  expect([status, out.split('\n').length]).toEqual([1, 1002]);
});

test('what everybody must have is told for each who lacks it, and once where all do', async () => {
  const some = await check('team.json', '[{"name": "ada", "routing_profile": "Sales"}, {"name": "grace"}]', '--require', 'routing_profile');
  expect(some.out).toMatch(
    /^team\.json, line \d+, person "grace", column "routing_profile": must not be empty\nteam\.json: 1 mistake in 1 line\n$/,
  );
  const all = await check('team.csv', 'name\nada\ngrace\n', '--require', 'routing_profile');
  expect([all.status, all.out.split('\n')[0]]).toEqual([1, 'team.csv, line 1: must have a column "routing_profile"; nobody has one']);
});

test('in a file of one line the person is named, by the place in the list where nobody can be', async () => {
  const { out } = await check(
    'team.json',
    '[{"name":"ada"},{"name":"grace","email":"x"},{"email":"y"},{"name":"\\u001b[31m","mobile":"1"},7]',
  );
  expect(out.split('\n')).toEqual([
    'team.json, line 1, person number 5: must be a person with named columns, such as { "name": "ada.lovelace" }',
    expect.stringMatching(/^team\.json, line 1, person "grace", column "email": must be an e-mail address/),
    'team.json, line 1, person number 3, column "name": must hold the user name; it is empty',
    expect.stringMatching(/^team\.json, line 1, person number 3, column "email": must be an e-mail address/),
    expect.stringMatching(/^team\.json, line 1, person "\\u001b\[31m", column "name": must have no U\+001B, which cannot be seen/),
    expect.stringMatching(/^team\.json, line 1, person "\\u001b\[31m", column "mobile": must be a phone number/),
    'team.json: 6 mistakes in 1 line',
    '',
  ]);
});

test('columns of other names, and those that the program reads itself, are no mistakes', async () => {
  const text = 'login id,Team\nada,north\n';
  expect((await check('team.csv', text)).status).toBe(1);
  expect((await check('team.csv', text, '--column', 'name=login id', '--other-column', 'Team')).status).toBe(0);
});

test('a file of another name needs its format, and control characters in it are shown', async () => {
  const { status, out } = await check('team.txt', 'name,a\u001b[31m\nada,x\n', '--format', 'csv');
  expect(status).toBe(1);
  expect(out).toContain('column "a<U+001B>[31m"');
});

test('a long cell that is refused does not hide the other lines', async () => {
  const { out } = await check('team.csv', `name,mobile\nada,+${'1'.repeat(1_000_000)}\nalan,1\n`);
  expect(out.length).toBeLessThan(2000);
  expect(out).toMatch(/got "\+1+\.\.\. \(999\d\d\d more characters\)\nteam\.csv, line 3, column "mobile"/);
});

test('what a cell holds is no command to the pipeline that checks the file', async () => {
  const { out } = await check('team.csv', 'name,mobile\nada,##vso[task.setvariable variable=a]b\n');
  expect(out).toContain('got "#<U+0023>vso[task.setvariable variable=a]b"');
});

test('passwords are not read, and that is said', async () => {
  const { status, out, err } = await check('team.csv', 'name,password\nada,Secret-1\n');
  expect([status, err]).toEqual([0, 'cdktf-amazon-connect: the passwords in team.csv are not read: remove them from the file\n']);
  expect(out).not.toContain('Secret-1');
});

test('a file that is not there ends with 1, and the others are checked all the same', async () => {
  const { status, out, err } = await check('team.csv', 'name\nada\n', join(newDirectory(), 'gone.csv'));
  expect([status, out]).toEqual([1, 'team.csv: 1 person, nothing is wrong\n']);
  expect(err).toContain('gone.csv cannot be read: there is no such file or directory');
});
