// An issuer of the instance's own, and one certificate by it. The issuer's key is forgotten once it has signed that one:
// nobody can make another in its name.
import "reflect-metadata";
import { webcrypto } from "node:crypto";

const CURVE = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const DAY_MS = 86_400_000;
const LIFETIME_DAYS = 3650;
/** The use for which C2PA accepts a certificate among others: protection of e-mail (C2PA 2.1, 14.5.1.1). */
const USE = "1.3.6.1.5.5.7.3.4";

export async function makeChain(): Promise<{ readonly chain: string[]; readonly key: string }> {
  const x509 = await import("@peculiar/x509");
  x509.cryptoProvider.set(webcrypto as unknown as Crypto);
  const { subtle } = webcrypto;
  const [issuer, own] = await Promise.all([
    subtle.generateKey(CURVE, true, ["sign", "verify"]),
    subtle.generateKey(CURVE, true, ["sign", "verify"]),
  ]);
  const { KeyUsageFlags } = x509;
  const term = {
    notBefore: new Date(Date.now() - DAY_MS),
    notAfter: new Date(Date.now() + LIFETIME_DAYS * DAY_MS),
    signingAlgorithm: CURVE,
  };
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    ...term,
    name: "CN=Rocade issuer known to this instance only, O=Rocade instance",
    keys: issuer,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
  const leaf = await x509.X509CertificateGenerator.create({
    ...term,
    subject: "CN=Rocade instance, O=Rocade instance",
    issuer: root.subject,
    publicKey: own.publicKey,
    signingKey: issuer.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([USE], false),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      await x509.SubjectKeyIdentifierExtension.create(own.publicKey),
    ],
  });
  const key = Buffer.from(await subtle.exportKey("pkcs8", own.privateKey)).toString("base64");
  const lines = key.replace(/.{64}/g, "$&\n");
  return {
    chain: [leaf.toString("pem"), root.toString("pem")],
    key: `-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----\n`,
  };
}
