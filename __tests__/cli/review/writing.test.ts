import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { code } from '../../../cli/review/write/markdown';
import { change, Desk, GROUPS, joins, leaves, moves, planJson, replaces, updates, user, type Values } from '../../support/review/plan-json';

const desk = new Desk();
afterAll(() => desk.remove());

const people = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `agent.${index}`);

describe('names from elsewhere', () => {
  it.each([
    ['ada', '`ada`'],
    ['@team #12 <b>x</b> [a](http://b)', '`@team #12 <b>x</b> [a](http://b)`'],
    ['Sales | EMEA', '`Sales | EMEA`'],
    ['a`b', '``a`b``'],
    ['`a``', '``` `a`` ```'],
    ['', '`""`'],
    ['two\nlines', '`two<U+000A>lines`'],
    ['\u202Eevil\u200B\u001B[31m', '`<U+202E>evil<U+200B><U+001B>[31m`'],
    ['ada\u00AD.l\u200Covelace\u00A0', '`ada<U+00AD>.l<U+200C>ovelace<U+00A0>`'],
    ['##vso[task.complete result=Succeeded;]', '`#<U+0023>vso[task.complete result=Succeeded;]`'],
  ])('%j are code in Markdown: nothing in them is read as markup, and nobody is mentioned', (name, expected) => {
    expect(code(name)).toBe(expected);
  });

  it('cannot end the line, the hidden header or the element that they stand in', async () => {
    const evil = 'x --> </script><script>alert(1)</script>\n# @everyone `';
    const page = join(desk.directory, 'evil.html');
    const plan = planJson([leaves('ada', { name: evil }), updates('bea', {}, { tags_all: { [evil]: evil } })]);
    const { out } = await desk.review(desk.put('a--b -->.json', plan), '--markdown', '-', '--html', page);
    expect(out.split('\n')[0]).toMatch(/^<!-- cdktf-amazon-connect review; stacks: a%2D%2Db%20%2D%2D%3E; plan: [0-9a-f]{64} -->$/);
    expect(out.split('\n').filter((line) => line.startsWith('# '))).toEqual([]);
    const html = readFileSync(page, 'utf8');
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html.match(/<\/script>/g)).toHaveLength(2);
  });

  it('are cut when they are too long to read', () => {
    expect(code('x'.repeat(1000))).toMatch(/^`x{130}… \(870 more characters\)`$/);
  });
});

describe('the Markdown', () => {
  const mixed = (count: number): readonly Values[] =>
    people(count).flatMap((login, index) => [
      index % 4 === 0
        ? leaves(login)
        : index % 4 === 1
          ? replaces(login, { name: `${login}.new` }, { change: { replace_paths: [['name']] } })
          : updates(login, {}, { tags_all: { number: login } }),
      moves(login, GROUPS.voice, GROUPS.night),
    ]);

  it('of thousands of people fits into the comment of a pull request, and says what is folded', async () => {
    const markdown = await desk.markdown(planJson(mixed(3_000)));
    expect(markdown.length).toBeLessThanOrEqual(60_000);
    expect(markdown.length).toBeGreaterThan(20_000);
    expect(markdown).toContain('Folded to fit into 60,000 characters');
    expect(markdown).toMatch(/^- … and \d{3} more$/m);
  });

  it('fits even where no folding helps', async () => {
    const types = people(3000).map((name) => change(`aws_thing_${name.replace('.', '_')}.x`, { actions: ['delete'] }));
    const markdown = await desk.markdown(
      planJson([...types, ...people(40).map((login) => joins(login, { routing_profile_id: login.repeat(100) }))]),
    );
    expect(markdown.length).toBeLessThanOrEqual(60_000);
  });

  it('is the same for the same changes, whenever and in whatever order they were planned', async () => {
    const changes = mixed(50);
    const first = await desk.markdown(planJson(changes));
    const again = await desk.markdown(planJson([...changes].reverse(), { timestamp: '2027-01-01T00:00:00Z' }));
    expect(again).toBe(first);
  });

  it('has another hash for other changes, and the same where only what stays as it is differs', async () => {
    const hash = async (...changes: readonly Values[]) => /plan: ([0-9a-f]{64})/.exec(await desk.markdown(planJson(changes)))?.[1];
    const unchanged = change('connect_user.zoe', { actions: ['no-op'], before: user('zoe'), after: user('zoe') });
    const one = await hash(leaves('ada'));
    expect(await hash(leaves('ada'), unchanged)).toBe(one);
    expect(await hash(leaves('bea'))).not.toBe(one);
  });
});

it('the page loads nothing, and lets nothing run but its own script', async () => {
  const page = join(desk.directory, 'page.html');
  await desk.review(desk.put('agents.json', planJson([leaves('ada')])), '--html', page);
  const html = readFileSync(page, 'utf8');
  expect(html).toMatch(/Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+';/);
  expect(html.match(/\b(?:src|href)="(?!#)/g)).toBeNull();
  expect(html.match(/https?:/g)).toBeNull();
});
