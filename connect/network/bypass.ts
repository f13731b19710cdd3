import { BlockList, isIP } from 'node:net';
import { isLoopback } from '../connection';

/**
 * Whether a request goes straight to its host in spite of a proxy: by the rules that Terraform itself and the AWS
 * provider follow, so that one environment means the same to all of them. This computer is never behind a proxy.
 * An element of `NO_PROXY` is `*`, a host name (with those below it), `.example.com` (those below it only), an IP
 * address, or a range of them such as `10.0.0.0/8`; names and addresses may end in a port.
 */
export function goesDirect(host: string, port: number, elements: readonly string[]): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  return isLoopback(name) || elements.some((element) => covers(element, name, port));
}

function covers(element: string, host: string, port: number): boolean {
  if (element === '*') return true;
  if (element.includes('/')) return isInRange(element, host);
  const [, pattern = '', ofPort] = /^(\[.*\]|[^:]*|.*:.*:.*?)(?::(\d+))?$/.exec(element) ?? [];
  if (ofPort !== undefined && Number(ofPort) !== port) return false;
  const name = pattern.replace(/^\[|\]$|^\*(?=\.)/g, '');
  if (name === '') return false;
  if (isIP(name) || isIP(host)) return name === host;
  return name.startsWith('.') ? host.endsWith(name) : host === name || host.endsWith(`.${name}`);
}

function isInRange(range: string, host: string): boolean {
  const [address = '', bits] = range.split('/', 2);
  const family = isIP(address);
  if (family === 0 || isIP(host) !== family) return false;
  const type = family === 4 ? 'ipv4' : 'ipv6';
  const length = Number(bits);
  if (!Number.isInteger(length) || length < 0 || length > (family === 4 ? 32 : 128)) return false;
  const block = new BlockList();
  block.addSubnet(address, length, type);
  return block.check(host, type);
}
