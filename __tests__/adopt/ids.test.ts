import { idsOf, idsOfThings } from '../../adopt/ids';

const ids = (...names: string[]): readonly string[] => [...idsOf(names, '_').values()];

describe('the ids in adopted code', () => {
  it.each([
    ['ada.lovelace', 'ada_lovelace'],
    ['ACME\\Ada Lovelace', 'acme_ada_lovelace'],
    ['ada@example.com', 'ada_example_com'],
    ['Zoë-Ångström', 'zoe_angstrom'],
    ['007', 'n_007'],
  ])('are made of the letters and digits of a login: %s', (name, id) => {
    expect(ids(name)).toEqual([id]);
  });

  it('name a login of other letters by a mark that stays the same', () => {
    expect(ids('张伟')).toEqual([expect.stringMatching(/^x_[0-9a-f]{6}$/)]);
    expect(ids('张伟')).toEqual(ids('张伟'));
  });

  it('tell logins apart that would get the same id, whatever their order', () => {
    const [one, other] = ids('ada.l', 'ada-l');
    expect(one).not.toBe(other);
    expect(ids('ada-l', 'bob', 'ada.l')).toEqual([other, one, 'bob']);
  });
});

describe('the ids of things that share a name', () => {
  it('are made from what Connect calls them, too, and stay when another one goes', () => {
    const both = idsOfThings(
      new Map([
        ['group-1', 'Voice teams'],
        ['group-2', 'Voice teams'],
        ['group-3', 'voice-teams'],
        ['group-4', 'Chat'],
      ]),
      '_',
    );
    expect([...both.values()]).toEqual([
      expect.stringMatching(/^voice_teams_[0-9a-f]{6}$/),
      expect.stringMatching(/^voice_teams_[0-9a-f]{6}$/),
      idsOf(['Voice teams', 'voice-teams'], '_').get('voice-teams'),
      'chat',
    ]);
    expect(new Set(both.values()).size).toBe(4);
  });
});
