import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { stackNames } from '../../../cli/review/read/files';
import { change, Desk, eventsJson, joins, leaves, planJson, replaces } from '../../support/review/plan-json';

const desk = new Desk();
afterAll(() => desk.remove());

const PLAN = planJson([leaves('ada'), leaves('bea'), replaces('cem'), joins('dan')]);

describe('the limits', () => {
  it.each([
    [['--max-leavers', '2', '--max-replacements', '1', '--max-changes', '4'], 0, ''],
    [['--max-leavers', '1'], 2, '2 people leave, more than --max-leavers 1 allows'],
    [['--max-replacements', '0'], 2, '1 account is replaced, more than --max-replacements 0 allows'],
    [['--max-changes', '3'], 2, '4 resources change, more than --max-changes 3 allows'],
  ])('with %j the exit status is %i', async (argv, status, said) => {
    const reviewed = await desk.review(desk.put('agents.json', PLAN), ...argv);
    expect(reviewed.status).toBe(status);
    expect(reviewed.err).toBe(said && `cdktf-amazon-connect: ${said}\n`);
    expect(reviewed.out.includes('[!CAUTION]')).toBe(status !== 0);
  });
});

it('says first that a plan ended with an error or is not complete; the exit status of an error is 2', async () => {
  const [broken, partial] = [
    desk.put('broken.json', planJson([], { errored: true })),
    desk.put('partial.json', planJson([], { complete: false })),
  ];
  const { status, out } = await desk.review(broken, partial);
  expect(status).toBe(2);
  expect(out.split('\n')[5]).toBe(
    '> - The plan of `broken` ended with an error: it cannot be applied, and what follows is only a part of it.',
  );
  expect(out.split('\n')[6]).toContain('The plan of `partial` is not complete');
  expect((await desk.review(partial)).status).toBe(0);
});

it('says what the errors of a plan are, to who reads the page and to who reads the log of the job', async () => {
  const error = {
    severity: 'error',
    summary: 'Invalid password',
    detail: 'password must be longer.\n\nMake it so.',
    address: 'connect_user.ada',
  };
  const plan = desk.put('broken.json', planJson([], { errored: true }));
  const events = desk.put(
    'broken.jsonl',
    eventsJson({ severity: 'warning', summary: 'Careful', detail: 'It is old.', address: 'x.y' }, error),
  );
  const { status, out, err } = await desk.review(plan, '--events', events);
  expect(status).toBe(2);
  expect(out).toContain('- `connect_user.ada`: `Invalid password`: `password must be longer.` `Make it so.`');
  expect(out).toContain('- `x.y`: `Careful`\n');
  expect(err).toBe(
    'cdktf-amazon-connect: the plan of broken ended with an error\n  connect_user.ada: Invalid password: password must be longer. Make it so.\n',
  );
  expect((await desk.review(plan, '--events', events, '--hide-people')).err).toBe(
    'cdktf-amazon-connect: the plan of broken ended with an error\n',
  );
});

it('tells an error to its end, where it says what to do, however long it is', async () => {
  const cause = `It is there already, as a user who was declared at another place of the program: ${'and at another one '.repeat(4)}it may be.`;
  const error = { severity: 'error', summary: 'Taken', detail: `${cause} ${cause} Add a "moved" block.`, address: 'x.y' };
  const plan = desk.put('broken.json', planJson([], { errored: true }));
  const { out, err } = await desk.review(plan, '--events', desk.put('broken.jsonl', eventsJson(error)), '--markdown', '-');
  for (const text of [out, err]) expect(text).toContain('Add a "moved" block.');
});

it('counts the errors of which there are many in the log of the job', async () => {
  const error = (name: string) => ({ severity: 'error', summary: `No ${name}`, detail: '', address: `x.${name}` });
  const events = desk.put('broken.jsonl', eventsJson(...Array.from({ length: 1000 }, (_, index) => error(`a${index}`))));
  const { err } = await desk.review(desk.put('broken.json', planJson([], { errored: true })), '--events', events);
  expect(err.split('\n').slice(-3)).toEqual(['  x.a106: No a106', '  and 990 more errors', '']);
});

it('writes both files into directories that it makes, and prints the verdict', async () => {
  const [markdown, html] = [join(desk.directory, 'a/b/review.md'), join(desk.directory, 'c/review.html')];
  const { status, out } = await desk.review(desk.put('agents.json', PLAN), '--markdown', markdown, '--html', html);
  expect([status, out]).toEqual([0, '1 joins, 2 leave, 1 replaced; about 2 seconds at the quota\n']);
  expect([existsSync(markdown), readFileSync(html, 'utf8').slice(0, 15)]).toEqual([true, '<!doctype html>']);
});

it('takes the rate of a raised quota for the time', async () => {
  const plan = planJson(Array.from({ length: 1000 }, (_, index) => joins(`agent${index}`)));
  const time = async (...argv: string[]) => /about (.*) at the quota/.exec(await desk.markdown(plan, ...argv))?.[1];
  expect([await time(), await time('--rate', '10'), await time('--rate', '0.1')]).toEqual(['8 minutes', '2 minutes', '2 hours 47 minutes']);
});

describe('what cannot be reviewed ends with 1, the path and what to do', () => {
  it.each([
    ['a plan as Terraform saves it', Buffer.from('PK\u0003\u0004...'), 'terraform show -json'],
    ['nothing', '', 'it is empty'],
    ['no JSON', 'Terraform will perform ...', 'it is not JSON. Plan with -out'],
    ['the stream of events', eventsJson({}), 'Give that with --events'],
    ['a state', { format_version: '1.0', values: {} }, 'it is a state and not a plan'],
    ['another major version', { ...PLAN, format_version: '2.0' }, 'format_version 2.0'],
    ['other JSON', [1, 2], 'it is not the output of "terraform show -json PLAN_FILE"'],
  ])('%s', async (_what, content, said) => {
    const path = desk.put('odd.json', content as never);
    const { status, out, err } = await desk.review(path);
    expect([status, out]).toEqual([1, '']);
    expect(err).toContain(`cannot review ${path}: `);
    expect(err).toContain(said);
  });

  it('a stream of events that is cut off: it may lack the very warnings that it is asked for', async () => {
    const whole = eventsJson({ severity: 'warning', summary: 'Careful', detail: 'It is old.', address: 'x.y' });
    const { status, err } = await desk.review(
      desk.put('agents.json', PLAN),
      '--events',
      desk.put('half.jsonl', whole.trimEnd().slice(0, -9)),
    );
    expect([status, err]).toEqual([1, expect.stringMatching(/half\.jsonl: it is cut off in its last line, .* Plan again\n$/)]);
    expect((await desk.review(desk.put('agents.json', PLAN), '--events', desk.put('whole.jsonl', whole))).status).toBe(0);
  });

  it('a file that is not there, and a stream that is none', async () => {
    const missing = join(desk.directory, 'missing.json');
    expect((await desk.review(missing)).err).toBe(`cdktf-amazon-connect: cannot review ${missing}: there is no such file\n`);
    expect(await desk.review(desk.put('agents.json', PLAN), '--events', desk.put('events.jsonl', 'hello\n'))).toMatchObject({ status: 1 });
  });

  it('a place where nothing can be written', async () => {
    const plan = desk.put('agents.json', PLAN);
    const { status, err } = await desk.review(plan, '--html', join(plan, 'review.html'));
    expect([status, err]).toEqual([
      1,
      `cdktf-amazon-connect: cannot write ${join(plan, 'review.html')}: a part of its path is a file, not a directory\n`,
    ]);
  });

  it('a place below /proc, where no directory can be made', async () => {
    const { status, err } = await desk.review(desk.put('agents.json', PLAN), '--html', '/proc/none/review.html');
    expect([status, err]).toEqual([1, expect.stringContaining('cannot write /proc/none/review.html: ')]);
  });
});

it('reads what Windows PowerShell writes', async () => {
  const { status, out } = await desk.review(desk.put('agents.json', Buffer.from(`\uFEFF${JSON.stringify(PLAN)}`, 'utf16le')));
  expect([status, out.includes('1 joins')]).toEqual([0, true]);
});

it('lives with members that are not what the format says', async () => {
  const odd = planJson([
    change('connect_user.ada', { actions: ['create'], after: { name: 7, identity_info: 'x', security_profile_ids: {} } }),
    { change: [] },
  ]);
  expect((await desk.review(desk.put('odd.json', { ...odd, resource_drift: 'x', configuration: [] }))).status).toBe(0);
});

it.each([
  [[], 'review needs a plan'],
  [['a.json', '--max-leavers', 'many'], '--max-leavers takes a whole number from 0; got "many"'],
  [['a.json', '--rate', '0'], '--rate takes a number above 0'],
  [['a.json', '--htm', 'x'], 'review has no option "--htm"; did you mean "--html"?'],
  [['-', '--events', '-'], 'the standard input can be read only once'],
  [['a.json', '--markdown', ''], '--markdown is empty: is a variable not set? Name the file to write'],
  [['a.json', '--html', ''], '--html is empty'],
  [['a.json', '--html', './a.json'], '--html would overwrite a.json, which review reads'],
  [['a.json', '--events', 'b.jsonl', '--markdown', 'b.jsonl'], '--markdown would overwrite b.jsonl, which review reads'],
  [['a.json', '--markdown', 'x', '--html', 'x'], '--markdown and --html cannot both be x'],
])('refuses %j and shows how to use it', async (argv, reason) => {
  const { status, out, err } = await desk.review(...argv);
  expect([status, out]).toEqual([2, '']);
  expect(err).toContain(reason);
  expect(err).toContain('Usage: cdktf-amazon-connect review');
});

it('tells how to use it', async () => {
  expect(await desk.review('--help')).toEqual({ status: 0, out: expect.stringContaining('--hide-people'), err: '' });
});

it.each([
  [['cdktf.out/stacks/berlin/plan.json'], ['berlin']],
  [
    ['berlin.json', 'paris.tfplan.json'],
    ['berlin', 'paris'],
  ],
  [
    ['eu/agents.json', 'us/agents.json'],
    ['eu/agents.json', 'us/agents.json'],
  ],
  [
    ['-', 'plan.json'],
    ['standard input', basename(process.cwd())],
  ],
])('calls the stacks of %j by their files or directories', (paths, expected) => {
  expect(stackNames(paths)).toEqual(expected);
});
