import { goesDirect } from '../../connect/network/bypass';

const cases: readonly (readonly [host: string, noProxy: string, direct: boolean])[] = [
  ['connect.us-east-1.amazonaws.com', '', false],
  ['connect.us-east-1.amazonaws.com', '*', true],
  ['connect.us-east-1.amazonaws.com', 'amazonaws.com', true],
  ['connect.us-east-1.amazonaws.com', '.amazonaws.com', true],
  ['connect.us-east-1.amazonaws.com', '*.amazonaws.com', true],
  ['connect.us-east-1.amazonaws.com', 'azonaws.com', false],
  ['amazonaws.com', '.amazonaws.com', false],
  ['amazonaws.com', 'amazonaws.com', true],
  ['CONNECT.Example', 'connect.example', true],
  ['connect.example', 'connect.example:443', true],
  ['connect.example', 'connect.example:8443', false],
  ['10.1.2.3', '10.0.0.0/8', true],
  ['11.1.2.3', '10.0.0.0/8', false],
  ['10.1.2.3', '10.0.0.0/99', false],
  ['10.1.2.3', '10.1.2.3', true],
  ['10.1.2.3', '10.1.2.3:443', true],
  ['10.1.2.3', '2.3', false],
  ['[fd00::7]', 'fd00::7', true],
  ['[fd00::7]', '[fd00::7]:443', true],
  ['[fd00::7]', 'fd00::/16', true],
  ['localhost', '', true],
  ['127.0.0.1', '', true],
  ['[::1]', '', true],
];

it.each(cases)('a request to %s with NO_PROXY "%s" goes straight: %s', (host, noProxy, direct) => {
  expect(goesDirect(host, 443, noProxy.split(',').filter(Boolean))).toBe(direct);
});
