// Who signs files of this instance: a certificate chain with its key, and a key for signatures that stand beside a file.
// Made when somebody first asks for it, or brought along by whoever runs the service.
import { createPrivateKey, generateKeyPairSync, randomBytes, X509Certificate } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { remembered } from "#model/remember.ts";
import { makeChain } from "./make-chain.ts";

/** Plain data, so that it can be sent to the threads that draw. */
export type Identity = {
  /** PEM: the one that signs, and those up to its issuer. */
  readonly chain: readonly string[];
  /** PEM (PKCS #8): of the first certificate, on the curve P-256. */
  readonly key: string;
  /** PEM (PKCS #8), Ed25519. */
  readonly signatureKey: string;
};

/** Answers with the identity, which it makes where there is none. Throws `NoIdentity`. */
export type OpenIdentity = () => Promise<Identity>;

export class NoIdentity extends Error {
  override readonly name = "NoIdentity";
}

const FILES = { chain: "certificate.pem", key: "key.pem", signatureKey: "signature-key.pem" };

const opened = new Map<string, Promise<Identity>>();

/** The identity in a folder. */
export const identityIn =
  (folder: string): OpenIdentity =>
  () =>
    remembered(opened, folder, async () => (await readIdentity(folder)) ?? makeIdentity(folder));

async function readIdentity(folder: string): Promise<Identity | undefined> {
  const text = (name: string) =>
    readFile(path.join(folder, name), "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return undefined;
      throw new NoIdentity(`${path.join(folder, name)} cannot be read (${error.code})`);
    });
  const [chain, key, signatureKey] = await Promise.all([
    text(FILES.chain),
    text(FILES.key),
    text(FILES.signatureKey),
  ]);
  if (chain === undefined && key === undefined && signatureKey === undefined) return undefined;
  const missing = Object.values(FILES).filter(
    (_, index) => [chain, key, signatureKey][index] === undefined,
  );
  if (!chain || !key || !signatureKey)
    throw new NoIdentity(`${folder} has no ${missing.join(", ")} beside the rest`);
  return checked({ chain: chain.match(CERTIFICATE) ?? [], key, signatureKey }, folder);
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** What an operator may have mixed up is told before anything is signed with it. */
function checked(identity: Identity, folder: string): Identity {
  const wrong = (what: string) => new NoIdentity(`${folder}: ${what}`);
  const [leaf] = identity.chain.map((pem) => new X509Certificate(pem));
  if (!leaf) throw wrong(`${FILES.chain} holds no certificate`);
  const key = createPrivateKey(identity.key);
  if (key.asymmetricKeyDetails?.namedCurve !== "prime256v1")
    throw wrong(`${FILES.key} is no key on the curve P-256`);
  if (!leaf.checkPrivateKey(key)) throw wrong(`${FILES.key} is not that of the first certificate`);
  if (createPrivateKey(identity.signatureKey).asymmetricKeyType !== "ed25519")
    throw wrong(`${FILES.signatureKey} is no Ed25519 key`);
  return identity;
}

/** The folder comes into being whole, and readable to its owner alone. */
async function makeIdentity(folder: string): Promise<Identity> {
  const unfinished = `${folder}.${randomBytes(6).toString("hex")}`;
  try {
    const { chain, key } = await makeChain();
    const { privateKey } = generateKeyPairSync("ed25519");
    const signatureKey = `${privateKey.export({ type: "pkcs8", format: "pem" })}`;
    const texts = { chain: `${chain.join("\n")}\n`, key, signatureKey };
    await mkdir(path.dirname(folder), { recursive: true });
    await mkdir(unfinished, { mode: 0o700 });
    for (const [name, file] of Object.entries(FILES))
      await writeFile(path.join(unfinished, file), texts[name as keyof typeof texts], {
        mode: 0o600,
      });
    // An empty folder, such as a volume that was mounted, gives its place; another process may have been quicker.
    await rename(unfinished, folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
    });
  } catch (error) {
    const { code = "unknown" } = error as NodeJS.ErrnoException;
    throw new NoIdentity(`no key can be kept in ${folder} (${code})`);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  const made = await readIdentity(folder);
  if (!made) throw new NoIdentity(`no key can be kept in ${folder}`);
  return made;
}
