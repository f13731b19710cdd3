import type { Answers } from '../../emulator/settings';
import { type Between, livePartInProcess } from './answers-in-process';
import { PART_COUNT } from './answers-lifecycle';
import { likeness } from './answers-likeness';

/**
 * Lives under many combinations, without doing anything twice that cannot differ. A part of a life that begins alike
 * and asks for the same answers goes on alike: it is lived once. What is asked for is recorded, be it by the emulator or
 * by what is expected; two beginnings are alike if they differ in nothing but ids and times.
 */
export class SharedLives {
  /** By part: what it left, by how it began and what it asked for. */
  private readonly done = Array.from({ length: PART_COUNT }, () => new Map<string, Asked[]>());
  private readonly lived = new Map<string, Known>();
  private readonly kept = new Map<string, Known>();
  /** How many parts were lived; those that were shared with another life do not count. */
  count = 0;

  async take(answers: Answers): Promise<void> {
    let between: Known = { key: 'the beginning' };
    for (const [part, done] of this.done.entries()) {
      const before = done.get(between.key) ?? [];
      done.set(between.key, before);
      between = this.find(part, between, before, answers) ?? (await this.live(part, between, before, answers));
    }
  }

  private find(part: number, { key }: Known, before: readonly Asked[], answers: Answers): Known | undefined {
    for (const asked of before) {
      const known = this.lived.get(keyOf(part, key, asked, answers));
      if (known) return known;
    }
    return undefined;
  }

  private async live(part: number, from: Known, before: Asked[], answers: Answers): Promise<Known> {
    const seen = new Set<keyof Answers>();
    const left = await livePartInProcess(part, recording(answers, seen), from.between);
    this.count += 1;
    const asked = [...seen].sort();
    if (!before.some((known) => known.join() === asked.join())) before.push(asked);
    // Of states that are alike, one is kept.
    const key = likeness(left);
    const known = this.kept.get(key) ?? { key, between: left };
    this.kept.set(key, known);
    this.lived.set(keyOf(part, from.key, asked, answers), known);
    return known;
  }
}

type Asked = readonly (keyof Answers)[];

interface Known {
  readonly key: string;
  readonly between?: Between;
}

/** The same answers, noting which of them are asked for. */
const recording = (answers: Answers, seen: Set<keyof Answers>): Answers =>
  new Proxy(answers, {
    get: (target, name: keyof Answers) => {
      seen.add(name);
      return target[name];
    },
  });

const keyOf = (part: number, from: string, asked: Asked, answers: Answers): string => JSON.stringify([part, from, asked.map((name) => [name, answers[name]])]);
