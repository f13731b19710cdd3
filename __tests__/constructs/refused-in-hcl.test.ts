import { App, TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { ConnectProvider, ConnectUser, DataConnectUsers } from '../../constructs';
import { agent } from '../support/constructs/programs';

function newStack(): TerraformStack {
  const stack = new TerraformStack(new App(), 'agents');
  new ConnectProvider(stack, 'connect', { defaultTags: { tags: { site: 'berlin' } } });
  return stack;
}

const REST = 'which CDK for Terraform would not write in HCL. Give these values as arguments, or synthesize without --hcl.';

describe('overrides in HCL', () => {
  test('are written for a whole attribute, for lifecycle, and for tags where there were none', () => {
    const stack = newStack();
    const ada = new ConnectUser(stack, 'ada', agent);
    ada.addOverride('deletion_protection', true);
    ada.addOverride('tags.team', 'blue');
    ada.addOverride('security_profile_ids', ['cccccccc-1111-2222-3333-444444444444']);
    ada.addOverride('lifecycle.prevent_destroy', true);
    const hcl = Testing.synthHcl(stack);
    for (const text of ['deletion_protection = true', 'team = "blue"', 'prevent_destroy = true', '"cccccccc-']) expect(hcl).toContain(text);
  });

  test('are refused where the user would go without them: a tag beside others, a setting in a block', () => {
    const stack = newStack();
    const ada = new ConnectUser(stack, 'ada', { ...agent, tags: { site: 'berlin' }, identityInfo: { firstName: 'Ada' } });
    ada.addOverride('tags.team', 'blue');
    ada.addOverride('identity_info.mobile', '+12065550100');
    expect(() => Testing.synthHcl(stack)).toThrow(`[agents/ada] overrides tags, identity_info, ${REST}`);
    expect(JSON.parse(Testing.synth(stack)).resource.connect_user.ada.tags).toEqual({ site: 'berlin', team: 'blue' });
  });

  test('are refused for a block that there was not, which Terraform would take for an attribute', () => {
    const stack = newStack();
    new ConnectUser(stack, 'ada', agent).addOverride('timeouts.create', '40m');
    expect(() => Testing.synthHcl(stack)).toThrow(`[agents/ada] overrides timeouts, ${REST}`);
  });

  test('are refused where the stack as a whole has them', () => {
    const stack = newStack();
    new ConnectUser(stack, 'ada', agent);
    stack.addOverride('resource.connect_user.ada.deletion_protection', true);
    expect(() => Testing.synthHcl(stack)).toThrow(`[agents/ada] overrides deletion_protection, ${REST}`);
  });

  test('are refused where the stack as a whole has them for a provider, and checked where they are written', () => {
    const stack = newStack();
    new ConnectProvider(stack, 'oregon', { alias: 'oregon', region: 'us-west-2' });
    stack.addOverride('provider.connect.1.region', 'eu-west-2');
    expect(() => Testing.synthHcl(stack)).toThrow(`[agents/oregon] overrides region, ${REST}`);
    expect(JSON.parse(Testing.synth(stack, true)).provider.connect[1].region).toBe('eu-west-2');
    stack.addOverride('provider.connect.1.region', 'Oregon');
    expect(() => Testing.synth(stack, true)).toThrow('[agents/oregon] region must be');
  });

  test('are refused for a provider and a data source alike', () => {
    const stack = newStack();
    const all = new DataConnectUsers(stack, 'all', { instanceId: agent.instanceId, tags: { site: 'berlin' } });
    all.addOverride('tags.team', 'blue');
    expect(() => Testing.synthHcl(stack)).toThrow(`[agents/all] overrides tags, ${REST}`);
    all.node.scope?.node.tryRemoveChild('all');
    const provider = stack.node.findChild('connect') as ConnectProvider;
    provider.addOverride('default_tags.tags.team', 'blue');
    expect(() => Testing.synthHcl(stack)).toThrow(`[agents/connect] overrides default_tags, ${REST}`);
  });
});

describe('texts in HCL', () => {
  const CHANGED = 'which CDK for Terraform would write wrongly in HCL: Terraform would read another text.';

  test('are refused where Terraform would read another one: with a backslash, or of several lines', () => {
    const stack = newStack();
    new ConnectUser(stack, 'nina', { ...agent, directoryUserId: 'ACME\\nina', tags: { 'k\\n': 'v' }, identityInfo: { lastName: 'a\nb' } });
    expect(() => Testing.synthHcl(stack)).toThrow(
      `[agents/nina] has a backslash or a line break in directory_user_id, tags, identity_info, ${CHANGED}`,
    );
    expect(JSON.parse(Testing.synth(stack)).resource.connect_user.nina.directory_user_id).toBe('ACME\\nina');
  });

  test('are written with quotes, and as the expressions that they are', () => {
    const stack = newStack();
    const id = new TerraformVariable(stack, 'directory-id', { type: 'string' });
    new ConnectUser(stack, 'ada', { ...agent, directoryUserId: '${replace(var.nina, "\\n", "")}', tags: { team: 'the "blue" one' } });
    new ConnectUser(stack, 'nina', { ...agent, name: 'nina', directoryUserId: id.stringValue });
    const hcl = Testing.synthHcl(stack);
    for (const text of ['${replace(var.nina, "\\n", "")}', '"the \\"blue\\" one"', 'var.directory-id']) expect(hcl).toContain(text);
  });
});
