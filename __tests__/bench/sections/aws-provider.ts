import { agents } from '../agents';
import type { Section } from '../bench';
import { callCells } from '../calls';
import { throttled } from '../emulator-process';
import { usersOf } from '../kinds';
import { planUnchanged, usageCells } from '../plan-unchanged';
import { awsProvider, connectProvider } from '../provider';

/** The same users in `aws_connect_user` and in `connect_user`, at the real speed of the quota. */
export const awsProviderSection: Section = {
  name: 'aws-provider',
  title: 'Beside the AWS provider: plans of unchanged users under the quota',
  async run(bench) {
    const aws = awsProvider();
    if (!aws)
      return bench.row({
        measured: 'aws_connect_user',
        notes: ['not measured: AWS_PROVIDER_MIRROR names no mirror that holds the AWS provider'],
      });
    for (const size of bench.sizes(1, 100, 1_000)) {
      const all = agents(size);
      const measure = (provider: typeof aws) => planUnchanged(bench, { kind: usersOf(provider), agents: all, pace: throttled() });
      bench.progress(`plan of ${size} unchanged connect_user`);
      const ours = await measure(connectProvider(bench.scratch));
      bench.progress(`plan of ${size} unchanged aws_connect_user`);
      const theirs = await measure(aws);
      for (const [measured, plan] of [
        ['connect_user', ours],
        ['aws_connect_user', theirs],
      ] as const) {
        const { operations, ...cells } = callCells(plan.calls);
        bench.row({
          measured,
          size,
          wallS: plan.wallS,
          ratio: plan.wallS / ours.wallS,
          ...cells,
          ...usageCells(plan),
          notes: [`${operations}; ratio to connect_user`],
        });
      }
    }
  },
};
