import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure, Item, ReviewDocument, Section } from '../document/document';
import { NO_DANGER } from '../document/danger';
import { many, plain, type Rich, thousands, visible } from '../document/rich';

/** One file that needs no network and loads nothing: its style and script are in it, and nothing else may run. */
export function htmlOf(review: ReviewDocument): string {
  const [style, script] = [asset('page.css'), asset('page.js')];
  const policy = `default-src 'none'; style-src '${digest(style)}'; script-src '${digest(script)}'; base-uri 'none'; form-action 'none'`;
  const title = `${review.verdict[0]?.toUpperCase() ?? ''}${review.verdict.slice(1)}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="plan" content="${review.hash}">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#people">Skip to the list of people</a>
${header(review)}
<main>
${alarms(review)}
${part(
  'danger',
  'Danger',
  review.sections.filter(({ danger }) => danger),
  NO_DANGER,
)}
${part(
  'changes',
  'Changes',
  review.sections.filter(({ danger }) => !danger),
  'None.',
)}
${people(review)}
</main>
<footer>Plan <code>${review.hash}</code></footer>
<script type="application/json" id="data">${inScript(rowsOf(review))}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** As it lies beside this file. */
const asset = (name: string): string => readFileSync(join(__dirname, name), 'utf8');

const digest = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

function header({ stacks, figures, people: all, time, hash }: ReviewDocument): string {
  const title =
    [
      ...(all.length > 0 ? [many(all.length, 'person', 'people')] : figures.length > 0 ? [] : ['Nothing changes']),
      ...(time === undefined ? [] : [`about ${time} at the quota`]),
    ].join(', ') || 'No agent changes';
  return `<header>
<p class="kind">Review of a Terraform plan for Amazon Connect</p>
<h1>${escaped(title)}</h1>
${figures.length > 0 ? `<ul class="figures">${figures.map(figure).join('')}</ul>` : ''}
<p class="about"><span>${stacks.length === 1 ? 'Stack' : many(stacks.length, 'stack', 'stacks')} ${stacks.slice(0, SHOWN).map(named).join(', ')}${stacks.length > SHOWN ? ', …' : ''}.</span> <span>Plan <code>${hash.slice(0, 12)}</code>.</span></p>
</header>`;
}

const figure = ({ count, words, danger, fate }: Figure): string => {
  const inside = `<b>${thousands(count)}</b> <span>${escaped(words)}</span>`;
  return `<li${danger ? ' class="danger"' : ''}>${fate === undefined ? `<a href="#changes">${inside}</a>` : `<a href="#people" data-fate="${escaped(fate)}">${inside}</a>`}</li>`;
};

const alarms = ({ alarms: all }: ReviewDocument): string =>
  all.length === 0
    ? ''
    : `<section class="alarm" aria-label="Before all else">${all.map((alarm) => `<p>${html(alarm)}</p>`).join('')}</section>`;

const part = (id: string, title: string, sections: readonly Section[], none: string): string =>
  `<section id="${id}" class="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${
    sections.length > 0 ? `<div class="cards">${sections.map(ofSection).join('\n')}</div>` : `<p class="none">${none}</p>`
  }</section>`;

/** Longer lists are folded, and much longer ones left to the list of people. */
const OPEN = 8;
const SHOWN = 300;

function ofSection({ title, note, items, danger, of = ['person', 'people'] }: Section): string {
  const entries = items.slice(0, SHOWN).map((item) => ofItem(item, of));
  const rest = items.length - SHOWN;
  const folded = entries.slice(OPEN);
  const list = (lines: readonly string[]): string => (lines.length > 0 ? `<ul>${lines.join('')}</ul>` : '');
  return `<article${danger ? ' class="danger"' : ''}><h3>${escaped(title)}</h3>${note ? `<p class="note">${html(note)}</p>` : ''}${list(entries.slice(0, OPEN))}${
    folded.length > 0
      ? `<details><summary>${thousands(items.length - OPEN)} more</summary>${list(folded)}${rest > 0 ? `<p class="note">And ${thousands(rest)} more: they are in the list of people.</p>` : ''}</details>`
      : ''
  }</article>`;
}

const NAMES_IN_LINE = 6;

function ofItem({ text, who = [] }: Item, [one, several]: readonly [string, string]): string {
  const [only] = who;
  if (only === undefined) return `<li>${html(text)}</li>`;
  if (who.length === 1) return `<li>${named(only)}: ${html(text)}</li>`;
  const names = who.slice(0, SHOWN).map(named).join(', ');
  const rest = who.length - SHOWN;
  const line = `<b>${many(who.length, one, several)}</b>: ${html(text)}`;
  if (who.length <= NAMES_IN_LINE) return `<li>${line} <span class="who">${names}</span></li>`;
  const more = rest > 0 ? `, … and ${thousands(rest)} more: they are in the list of people` : '';
  return `<li class="fold"><details><summary>${line}</summary><p class="who">${names}${more}</p></details></li>`;
}

function people({ people: all, stacks, figures }: ReviewDocument): string {
  if (all.length === 0) return '';
  const option = (text: string, label = text): string => `<option value="${escaped(text)}">${escaped(visible(label))}</option>`;
  const fates = figures.flatMap(({ fate, words, count }) => (fate === undefined ? [] : [option(fate, `${words} (${thousands(count)})`)]));
  return `<section id="people" class="people" aria-labelledby="people-title" tabindex="-1"><h2 id="people-title">People</h2>
<noscript><p>The list of people needs JavaScript; all that is above does not.</p></noscript>
<div class="controls" role="search" hidden>
<p class="field"><label for="search">Search</label><input id="search" type="search" autocomplete="off" placeholder="A name, a group, a profile …"></p>
<p class="field"><label for="fate">Show</label><select id="fate"><option value="">everybody</option>${fates.join('')}</select></p>
${stacks.length > 1 ? `<p class="field"><label for="stack">Stack</label><select id="stack"><option value="">all</option>${stacks.map((stack) => option(stack)).join('')}</select></p>` : ''}
</div>
<p id="count" role="status"></p>
<table hidden><thead><tr><th scope="col">Who</th><th scope="col">What</th><th scope="col">How</th></tr></thead><tbody></tbody></table>
<p><button id="more" type="button" hidden>Show more</button></p>
</section>`;
}

/** Texts once, since hundreds of people share them. */
function rowsOf({ people: all, stacks }: ReviewDocument): unknown {
  const texts = new Map<string, number>();
  const numberOf = (text: string): number => {
    const number = texts.get(text) ?? texts.size;
    texts.set(text, number);
    return number;
  };
  const rows = all.map(({ login, fullName, stacks: of, fates, lines }) => [
    visible(login),
    visible(fullName),
    of.map((stack) => stacks.indexOf(stack)),
    fates.map(numberOf),
    lines.map((line) => numberOf(plain(line))),
  ]);
  return { stacks, rows, texts: [...texts.keys()] };
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

/** Words from elsewhere, each kept apart from the text around it, whatever direction it is written in. */
const named = (text: string): string => `<bdi class="name">${text === '' ? '""' : escaped(visible(text))}</bdi>`;

const html = (rich: Rich): string => rich.map((part) => (typeof part === 'string' ? escaped(part) : named(part.data))).join('');

/** JSON that can stand in a script element. */
const inScript = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
