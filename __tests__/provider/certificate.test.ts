import { X509Certificate, createPrivateKey } from 'node:crypto';
import { createIdentity } from '../../provider/plugin/certificate';
import { objectIdentifier } from '../../provider/plugin/der';

describe("the provider's certificate", () => {
  const now = new Date('2030-01-02T03:04:05Z');
  const identity = createIdentity(now, 30);
  const certificate = new X509Certificate(identity.certificate);

  test('is signed by its own key and fits its private key', () => {
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.checkPrivateKey(createPrivateKey(identity.privateKeyPem))).toBe(true);
    expect(new X509Certificate(identity.certificatePem).raw).toEqual(identity.certificate);
  });

  test('is for localhost, for servers, and its own authority', () => {
    expect(certificate.checkHost('localhost')).toBe('localhost');
    expect(certificate.subjectAltName).toBe('DNS:localhost');
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
    expect(certificate.ca).toBe(true);
    expect(certificate.checkIssued(certificate)).toBe(true);
  });

  test('is valid from a minute before now for the given days', () => {
    expect(new Date(certificate.validFrom)).toEqual(new Date('2030-01-02T03:03:05Z'));
    expect(new Date(certificate.validTo)).toEqual(new Date('2030-02-01T03:04:05Z'));
  });

  test('is readable when it ends after 2049, where dates are written otherwise', () => {
    const late = new X509Certificate(createIdentity(new Date('2049-12-31T00:00:00Z'), 2).certificate);
    expect(new Date(late.validTo)).toEqual(new Date('2050-01-02T00:00:00Z'));
  });

  test('has a key and a serial number that no other has', () => {
    const other = new X509Certificate(createIdentity(now).certificate);
    expect(other.serialNumber).not.toBe(certificate.serialNumber);
    expect(other.publicKey.equals(certificate.publicKey)).toBe(false);
    expect(certificate.serialNumber).toHaveLength(32);
  });

  test('writes object identifiers in base 128', () => {
    expect(objectIdentifier('1.2.840.10045.4.3.2').toString('hex')).toBe('06082a8648ce3d040302');
  });
});
