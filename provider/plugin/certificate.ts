import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import {
  TRUE,
  bitString,
  explicit,
  implicit,
  objectIdentifier,
  octetString,
  positiveInteger,
  sequence,
  set,
  time,
  utf8String,
} from './der';

export interface Identity {
  /** The certificate, DER. */
  readonly certificate: Buffer;
  readonly certificatePem: string;
  readonly privateKeyPem: string;
}

const HOST = 'localhost';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const ECDSA_SHA256 = sequence(objectIdentifier('1.2.840.10045.4.3.2'));
const NAME = sequence(
  set(sequence(objectIdentifier('2.5.4.10'), utf8String('Terraform provider'))),
  set(sequence(objectIdentifier('2.5.4.3'), utf8String(HOST))),
);
const EXTENSIONS = sequence(
  // keyUsage: digitalSignature (bit 0), keyEncipherment (2), keyAgreement (4), keyCertSign (5)
  extension('2.5.29.15', bitString(Buffer.from([0b10101100]), 2), TRUE),
  // extendedKeyUsage: serverAuth
  extension('2.5.29.37', sequence(objectIdentifier('1.3.6.1.5.5.7.3.1'))),
  // basicConstraints: a CA, because Terraform trusts it as its own root
  extension('2.5.29.19', sequence(TRUE), TRUE),
  // subjectAltName: dNSName
  extension('2.5.29.17', sequence(implicit(2, Buffer.from(HOST)))),
);

function extension(id: string, value: Buffer, ...critical: readonly Buffer[]): Buffer {
  return sequence(objectIdentifier(id), ...critical, octetString(value));
}

/**
 * A fresh EC P-256 key and a certificate for `localhost` signed by itself, for one process: it is
 * never written to disk. Valid from a minute before `now`, for clocks that disagree, for `days`.
 */
export function createIdentity(now = new Date(), days = 365): Identity {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const body = sequence(
    explicit(0, positiveInteger(Buffer.from([2]))), // X.509 version 3
    positiveInteger(serialNumber()),
    ECDSA_SHA256,
    NAME,
    sequence(time(new Date(now.getTime() - MINUTE)), time(new Date(now.getTime() + days * DAY))),
    NAME,
    publicKey.export({ type: 'spki', format: 'der' }),
    explicit(3, EXTENSIONS),
  );
  const certificate = sequence(body, ECDSA_SHA256, bitString(sign('sha256', body, privateKey)));
  return {
    certificate,
    certificatePem: pem('CERTIFICATE', certificate),
    privateKeyPem: pem('PRIVATE KEY', privateKey.export({ type: 'pkcs8', format: 'der' })),
  };
}

/** 127 random bits; the first byte is never 0 and never negative. */
function serialNumber(): Buffer {
  const bytes = randomBytes(16);
  bytes.writeUInt8((bytes.readUInt8(0) & 0x7f) | 0x40, 0);
  return bytes;
}

const pem = (label: string, der: Buffer): string =>
  `-----BEGIN ${label}-----\n${der.toString('base64').replace(/.{64}/g, '$&\n').trimEnd()}\n-----END ${label}-----\n`;
