import type { Answers } from '../../../emulator/settings';
import { type Finding, type Findings, failed, notAsked } from '../findings';
import type { Lab } from '../instance/lab';
import { type Question, whyOf } from './question';

/** Asks one question after the other. What goes wrong with one is told in its rows; the others are asked all the same. */
export async function askAll(
  lab: Lab,
  questions: readonly Question[],
  note: (findings: Findings) => void,
  tell: (line: string) => void,
): Promise<void> {
  for (const question of questions) {
    lab.parts.signal?.throwIfAborted();
    tell(`question: ${question.name}`);
    note(await ask(lab, question, tell));
  }
}

async function ask(lab: Lab, question: Question, tell: (line: string) => void): Promise<Findings> {
  const hindrance = question.hindrance?.(lab.parts);
  if (hindrance !== undefined) return { rows: all(question, notAsked(hindrance)) };
  try {
    return await question.ask(lab);
  } catch (error) {
    if (lab.parts.signal?.aborted) throw error;
    tell(`  ${error instanceof Error ? error.message : String(error)}`);
    const why = whyOf(error);
    return { rows: all(question, failed(why)), remarks: [`The question "${question.name}" failed: ${why}`] };
  }
}

const all = (question: Question, finding: Finding<never>): Findings['rows'] =>
  Object.fromEntries(question.rows.map((row) => [row, finding])) as Partial<Record<keyof Answers, Finding<never>>>;
