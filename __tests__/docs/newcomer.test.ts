import { newcomer } from '../support/docs/newcomer';

/** `npm run test:nodes` types the commands and deploys a team of fifty; here is only what it costs to read them. */
it.each(['cdktf', 'cdktn'] as const)(
  'the README leads from nothing to a team in five commands and a program of 25 lines, with %s',
  (framework) => {
    const { commands, files, header } = newcomer(framework);
    expect(Object.values(commands)).toHaveLength(5);
    expect(files['main.ts'].trimEnd().split('\n').length).toBeLessThanOrEqual(25);
    expect(header).toBe('name,first_name,last_name,routing_profile');
    expect(commands.install).toContain(
      framework === 'cdktf' ? ' cdktf@0.21 constructs@10 cdktf-cli@0.21 ' : ' cdktn@0.24 constructs@10 cdktn-cli@0.24 ',
    );
    expect(files['main.ts']).toContain(framework === 'cdktf' ? "from 'cdktf-amazon-connect';" : "from 'cdktf-amazon-connect/cdktn';");
  },
);
