import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type Bench, median, type Section } from '../bench';
import type { Program } from '../synth-program';

const COUNT = 10_000;
const TIMES = 3;

interface Took {
  readonly cpuS: number;
  readonly peakMb: number;
}

/** Synth of many agents, beside as many users of the AWS provider; checks and all. */
export const synth: Section = {
  name: 'synth',
  title: 'Synth of 10,000 agents',
  run: async (bench) => {
    bench.progress(`${TIMES} programs of each kind`);
    const took: Record<Program, Took[]> = { aws_connect_user: [], ConnectUser: [], Agent: [] };
    for (let time = 0; time < TIMES; time++) for (const [program, times] of Object.entries(took)) times.push(synthesize(program));
    const peer = cpuOf(took.aws_connect_user);
    tell(bench, 'ConnectUser of @cdktf/provider-aws', took.aws_connect_user, peer);
    tell(bench, 'ConnectUser', took.ConnectUser, peer);
    tell(bench, 'Agent, with names', took.Agent, peer);
    bench.goal({
      goal: `synth of ${COUNT} ConnectUser takes at most the CPU of as many of @cdktf/provider-aws`,
      measured: `${cpuOf(took.ConnectUser).toFixed(1)} s to ${peer.toFixed(1)} s`,
      met: cpuOf(took.ConnectUser) <= peer,
    });
  },
};

const synthesize = (program: string): Took =>
  JSON.parse(execFileSync(process.execPath, [join(__dirname, '..', 'synth-program.js'), program, String(COUNT)], { encoding: 'utf8' }));

const cpuOf = (took: readonly Took[]): number => median(took.map(({ cpuS }) => cpuS));

const tell = (bench: Bench, measured: string, took: readonly Took[], peer: number): void =>
  bench.row({
    measured,
    wallS: cpuOf(took),
    ratio: cpuOf(took) / peer,
    peakMb: median(took.map(({ peakMb }) => peakMb)),
    notes: [`CPU, not time; median of ${TIMES}, in turns`],
  });
