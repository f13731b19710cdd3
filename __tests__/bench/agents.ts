import { randomUUID } from 'node:crypto';

/** An agent of a made-up contact centre. */
export interface Agent {
  /** Of its Terraform resource. */
  readonly key: string;
  readonly userId: string;
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly team: string;
}

const FIRST_NAMES = [
  'Amara',
  'Benoît',
  'Chiara',
  'Dmitri',
  'Elif',
  'Fatima',
  'Giorgos',
  'Hannah',
  'Ikram',
  'Jürgen',
  'Kwame',
  'Leila',
  'Mateus',
  'Noor',
  'Oksana',
  'Priya',
  'Quentin',
];
const LAST_NAMES = [
  'Abebe',
  'Brandt',
  'Castellanos',
  'Dąbrowski',
  'Eriksen',
  'Fontaine',
  'Grünwald',
  'Haraldsson',
  'Ivanova',
  'Jørgensen',
  'Kobayashi',
  'Lindqvist',
  'Moreau',
  'Nakamura',
  'Oyelaran',
  'Petrov',
  'Quispe',
  'Rasmussen',
  'Santos',
];
const TEAMS = ['billing', 'retention', 'sales', 'technical-support'];

/** So many agents, no two alike; user names fit every kind of instance. */
export const agents = (count: number): readonly Agent[] => Array.from({ length: count }, (_, index) => agent(index + 1));

function agent(number: number): Agent {
  const firstName = pick(FIRST_NAMES, number);
  const lastName = pick(LAST_NAMES, number);
  const [first, last] = [plain(firstName), plain(lastName)];
  return {
    key: `${first}_${last}_${number}`,
    userId: randomUUID(),
    username: `${first.slice(0, 1)}${last}${number}`,
    firstName,
    lastName,
    email: `${first}.${last}.${number}@contact-centre.example.com`,
    team: pick(TEAMS, number),
  };
}

const pick = (choices: readonly string[], number: number): string => choices[number % choices.length] ?? '';

/** In the letters of an address. */
const plain = (name: string): string =>
  name
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase();
