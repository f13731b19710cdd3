import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium as playwright } from 'playwright-core';
import { runReview } from '../../cli/review';
import { chromium } from '../support/review/browser';
import { mixedPlan, planned, type WrittenPlan } from '../support/review/mixed-plan';
import { ContactCentre } from '../support/terraform/contact-centre';

/**
 * The review of a plan of so many people in which everything happens, made twice, and pictures of its page: at the width of a screen and of a
 * phone, light and dark.
 * @param out where pages and pictures go
 */
export async function reviewOf(count: number, out: string): Promise<readonly string[]> {
  const centre = await ContactCentre.start({ settings: { quotas: { users: 2 * count } } });
  try {
    const first = written(out, 'first', await mixedPlan(centre, count));
    const second = written(out, 'second', await planned(centre));
    const same = `the review of a mixed plan of ${count} is the same to the letter when the same is planned again`;
    return [`${first === second ? 'passed' : 'failed'}  ${same}`, await photographed(out)];
  } finally {
    await centre.close();
  }
}

function written(out: string, name: string, { json, events }: WrittenPlan): string {
  mkdirSync(join(out, name), { recursive: true });
  const path = (ending: string): string => join(out, name, `agents.${ending}`);
  writeFileSync(path('json'), json);
  writeFileSync(path('jsonl'), events);
  const to = ['--markdown', path('md'), '--html', path('html')];
  const terminal = { print: () => undefined, complain: (text: string) => void process.stderr.write(text) };
  runReview([path('json'), '--events', path('jsonl'), ...to], terminal);
  return readFileSync(path('md'), 'utf8');
}

async function photographed(out: string): Promise<string> {
  const executablePath = chromium();
  if (executablePath === undefined) return 'skipped  pictures of the page: there is no Chromium';
  const browser = await playwright.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [390, 1400]) {
        const page = await browser.newPage({ colorScheme, viewport: { width, height: 1600 }, offline: true, reducedMotion: 'reduce' });
        await page.goto(pathToFileURL(join(out, 'first', 'agents.html')).href);
        await page.screenshot({ path: join(out, `${colorScheme}-${width}-top.png`) });
        await page.evaluate(`document.querySelector('#search').scrollIntoView()`);
        await page.screenshot({ path: join(out, `${colorScheme}-${width}-people.png`) });
      }
  } finally {
    await browser.close();
  }
  return `passed  pictures of the page, to look at: ${out}`;
}
