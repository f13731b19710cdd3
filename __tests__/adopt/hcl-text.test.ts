import { blockText, Expression, quoted } from '../../adopt/write/hcl-text';

describe('adopted code in the language of Terraform', () => {
  it('holds names as they are, whatever characters they have', () => {
    expect(quoted('a "b" \\c ${d} %{e} \n \u0007')).toBe('"a \\"b\\" \\\\c $${d} %%{e} \\n \\u0007"');
  });

  it('writes out what nobody sees in code, such as a turn of the writing direction that lets a line look like another', () => {
    expect(quoted('x\u202ey \u200b\u00a0\u{e0041}\u009b')).toBe('"x\\u202ey \\u200b\\u00a0\\U000e0041\\u009b"');
    expect(quoted('Zoë 👩‍💻')).toBe('"Zoë 👩‍💻"');
  });

  it('looks as "terraform fmt" writes it', () => {
    const text = blockText({
      header: ['resource', 'connect_user', 'ada'],
      attributes: {
        name: 'ada',
        routing_profile_id: new Expression('data.connect_routing_profile.sales.routing_profile_id'),
        tags: { site: 'Leeds', 'cost:centre': '7' },
        region: 'us-east-1',
      },
      blocks: [{ header: ['phone_config'], attributes: { phone_type: 'SOFT_PHONE', auto_accept: true } }],
    });
    expect(text).toBe(`resource "connect_user" "ada" {
  name               = "ada"
  routing_profile_id = data.connect_routing_profile.sales.routing_profile_id
  tags = {
    site          = "Leeds"
    "cost:centre" = "7"
  }
  region = "us-east-1"

  phone_config {
    phone_type  = "SOFT_PHONE"
    auto_accept = true
  }
}
`);
  });
});
