// In: host names. Out: a fresh key and a certificate that it signs itself, for a TLS server that lives as long as a test.
// DER by hand: Node makes keys and signatures, but no certificates. Knows nothing of servers.

import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

export interface Certificate {
  /** Both PEM. */
  readonly key: string;
  readonly cert: string;
  /** What Chromium may be told to trust: the SHA-256 of the public key, in base64. */
  readonly keyHash: string;
}

/** Valid for a year around now; `*.` at the start of a name stands for one label. */
export function createCertificate(hosts: readonly string[]): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const day = 86_400_000;
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const algorithm = sequence(identifier('2a8648ce3d040302')); // ecdsa-with-SHA256
  const name = sequence(set(sequence(identifier('550403'), der(0x0c, Buffer.from(hosts[0] ?? 'localhost')))));
  const names = sequence(...hosts.map((host) => der(0x82, Buffer.from(host))));
  const content = sequence(
    der(0xa0, integer(Buffer.from([2]))), // version 3
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    algorithm,
    name,
    sequence(time(new Date(Date.now() - day)), time(new Date(Date.now() + 364 * day))),
    name,
    spki,
    der(0xa3, sequence(sequence(identifier('551d11'), der(0x04, names)))), // subjectAltName
  );
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', content, privateKey)]);
  const cert = sequence(content, algorithm, der(0x03, signature));
  return {
    keyHash: createHash('sha256').update(spki).digest('base64'),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${cert.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  };
}

function der(tag: number, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const length = Buffer.from(body.length.toString(16).replace(/^(..)*.$/, '0$&'), 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, body]);
}

function sequence(...content: readonly Buffer[]): Buffer {
  return der(0x30, ...content);
}

function set(...content: readonly Buffer[]): Buffer {
  return der(0x31, ...content);
}

function integer(value: Buffer): Buffer {
  return der(0x02, value);
}

function identifier(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, 'hex'));
}

/** UTCTime, to the second. */
function time(date: Date): Buffer {
  return der(0x17, Buffer.from(`${date.toISOString().replace(/\D/g, '').slice(2, 14)}Z`));
}
