import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The Chromium of this computer: what CHROMIUM names, else the first in the PATH. */
export function chromium(): string | undefined {
  const named = process.env['CHROMIUM'];
  const inPath = ['chromium', 'chromium-browser', 'google-chrome'].flatMap((name) =>
    (process.env['PATH'] ?? '').split(delimiter).map((directory) => join(directory, name)),
  );
  return [...(named ? [named] : []), ...inPath].find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * A program for the browser: every text that can be seen and whose contrast with what is behind it is less than 4.5, the minimum of WCAG
 * 2.2 AA, and how many texts were looked at.
 */
export const FAINT_TEXTS = `(() => {
  const channels = (color) => color.match(/[\\d.]+/g).map(Number);
  const luminance = ([r, g, b]) =>
    [r, g, b]
      .map((channel) => channel / 255)
      .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4))
      .reduce((sum, channel, index) => sum + channel * [0.2126, 0.7152, 0.0722][index], 0);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = channels(getComputedStyle(at).backgroundColor);
      if (color.length < 4 || color[3] > 0) return color;
    }
    return [255, 255, 255];
  };
  const seen = [...document.body.querySelectorAll('*')].filter(
    (element) =>
      !/^(SCRIPT|STYLE|NOSCRIPT|OPTION)$/.test(element.tagName) &&
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '') &&
      element.getClientRects().length > 0,
  );
  const faint = seen.flatMap((element) => {
    const [one, other] = [luminance(channels(getComputedStyle(element).color)), luminance(behind(element))];
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    return contrast < 4.5 ? [element.tagName + '.' + element.className + ' ' + contrast.toFixed(2) + ' ' + element.textContent.slice(0, 40)] : [];
  });
  return { texts: seen.length, faint };
})()`;
