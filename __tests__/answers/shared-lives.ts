import type { Answers, UserChange } from '../../emulator/settings';
import { type Between, livePartInProcess } from './in-process';
import { PART_COUNT } from './lifecycle';
import { likeness } from './likeness';

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
    const seen = new Set<string>();
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

/** Names of answers, and `moves ...` for what moves LastModifiedTime: mostly one thing is asked for. */
type Asked = readonly string[];

interface Known {
  readonly key: string;
  readonly between?: Between;
}

/** The same answers, noting which of them are asked for. */
function recording(answers: Answers, seen: Set<string>): Answers {
  const moves = new Proxy(answers.lastModifiedMoves, {
    get(target, member): unknown {
      if (member === 'includes') {
        return (change: UserChange): boolean => {
          seen.add(`moves ${change}`);
          return target.includes(change);
        };
      }
      seen.add('lastModifiedMoves');
      return Reflect.get(target, member);
    },
  });
  return new Proxy(answers, {
    get(target, name: keyof Answers): unknown {
      if (name === 'lastModifiedMoves') return moves;
      seen.add(name);
      return target[name];
    },
  });
}

function answerTo(asked: string, answers: Answers): unknown {
  const [, change] = /^moves (.+)$/.exec(asked) ?? [];
  return change === undefined ? answers[asked as keyof Answers] : answers.lastModifiedMoves.includes(change as UserChange);
}

const keyOf = (part: number, from: string, asked: Asked, answers: Answers): string =>
  JSON.stringify([part, from, asked.map((name) => [name, answerTo(name, answers)])]);
