import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium as playwright, type Browser, type Page } from 'playwright-core';
import { chromium, FAINT_TEXTS } from '../../support/review/browser';
import {
  change,
  Desk,
  eventsJson,
  GROUPS,
  joins,
  leaves,
  moves,
  NAMED,
  planJson,
  replaces,
  thing,
  updates,
  user,
  quickConnectTo,
  toldOfLeavers,
} from '../../support/review/plan-json';

const executablePath = chromium();
const describeInBrowser = executablePath === undefined ? describe.skip : describe;
// Jest shows nothing of a file whose tests are all skipped.
if (executablePath === undefined)
  process.stderr.write('Skipped: the page of a review in a browser. There is no Chromium in the PATH, and CHROMIUM names none.\n');

const HOSTILE = '<img src=x onerror="window.hurt = true">\u202E';
const PEOPLE = Array.from({ length: 1000 }, (_, index) => `agent.${index}`);

describeInBrowser('the page of a review, in Chromium', () => {
  const desk = new Desk();
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  const requests: string[] = [];
  let address: string;

  beforeAll(async () => {
    const plan = planJson(
      [
        leaves('leaver'),
        replaces('renamed', { name: 'renamed.again' }, { change: { replace_paths: [['name']] } }),
        updates('promoted', {}, { security_profile_ids: ['security-agent', 'security-admin'] }),
        joins(HOSTILE),
        change('aws_connect_queue.sales', { actions: ['delete'], before: {} }),
        ...PEOPLE.map((login) => moves(login, GROUPS.voice, GROUPS.night)),
      ],
      { errored: true, state: [...NAMED, ...PEOPLE.map((login) => thing(`connect_user.${login}`, user(login)))] },
    );
    const told = toldOfLeavers({ name: 'leaver', quickConnects: [quickConnectTo('leaver', { queues: ['Support'] })] });
    const html = join(desk.directory, 'review.html');
    await desk.review(desk.put('agents.json', plan), '--events', desk.put('events.jsonl', eventsJson(...told)), '--html', html);
    address = pathToFileURL(html).href;
    browser = await playwright.launch({ executablePath, args: ['--no-sandbox'] });
    const context = await browser.newContext({ offline: true, reducedMotion: 'reduce' });
    page = await context.newPage();
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(address);
  });
  afterAll(async () => {
    await browser.close();
    desk.remove();
  });

  const counted = (): Promise<string | null> => page.locator('#count').textContent();
  const rows = (): Promise<number> => page.locator('tbody tr').count();

  it('works without a network, asks for nothing, and complains of nothing', () => {
    expect([requests, complaints]).toEqual([[address], []]);
  });

  it('shows names, and does not run them', async () => {
    expect(await page.evaluate('window.hurt')).toBeUndefined();
    await page.locator('#search').fill('onerror');
    expect(await page.locator('tbody th .name').textContent()).toBe('<img src=x onerror="window.hurt = true"><U+202E>');
  });

  it('shows a hundred people at first, whoever leaves before all others, and more when asked', async () => {
    await page.locator('#search').fill('');
    expect([await rows(), await counted()]).toEqual([100, '1,004 people']);
    expect(await page.locator('tbody th .name').first().textContent()).toBe('leaver');
    await page.locator('#more').click();
    expect(await rows()).toBe(200);
  });

  it('finds people by all words of a search, and by what happens to them', async () => {
    await page.locator('#search').fill('NIGHT agent.77');
    expect(await counted()).toBe('11 of 1,004 people');
    await page.locator('#search').fill('');
    await page.locator('#fate').selectOption('replaced');
    expect([await counted(), await page.locator('tbody th .name').allTextContents()]).toEqual(['1 of 1,004 people', ['renamed']]);
  });

  it('is used with the keyboard alone, and shows where one is', async () => {
    await page.goto(address);
    const focused = (): Promise<string> =>
      page.evaluate(
        `(document.activeElement.dataset.fate ?? document.activeElement.id) || document.activeElement.className || document.activeElement.tagName`,
      );
    const outline = (): Promise<string> => page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('skip');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect([await focused(), await outline()]).toEqual(['leaves', 'solid']);
    await page.keyboard.press('Enter');
    expect(await counted()).toBe('1 of 1,004 people');
    await page.locator('details summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('details[open]').count()).toBe(1);
    await page.locator('#search').focus();
    await page.keyboard.type('nobody at all');
    expect(await counted()).toBe('0 of 1,004 people');
  });

  it.each(['light', 'dark'] as const)(
    'has a contrast of at least 4.5 everywhere, %s, and fits into 390 and 1,400 pixels',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(address);
      await page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true; })`);
      for (const width of [390, 1400]) {
        await page.setViewportSize({ width, height: 900 });
        const { texts, faint } = await page.evaluate<{ readonly texts: number; readonly faint: readonly string[] }>(FAINT_TEXTS);
        expect(faint).toEqual([]);
        expect(texts).toBeGreaterThan(300);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      }
    },
  );

  it('names what controls and columns are', async () => {
    const unnamed = `[...document.querySelectorAll('input, select')].filter((one) => one.labels.length === 0).length`;
    expect(await page.evaluate(unnamed)).toBe(0);
    expect(await page.getByRole('columnheader').allTextContents()).toEqual(['Who', 'What', 'How']);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  });
});
