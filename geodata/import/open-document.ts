// From the files of a package to the document that a page shows: where nothing has been published, and nobody is asked.
import type { Dataset } from "#model/dataset/dataset.ts";
import type { PackageFiles } from "./files/package-files.ts";
import { Findings } from "./findings.ts";
import { type Found, inspectKept, publicationIn, readEvents } from "./inspect-package.ts";
import { packageDocument } from "./records/package-document.ts";
import { publishWords } from "./records/publish-words.ts";
import type { Row } from "./tables.ts";

export type OpenedDocument = Found &
  Pick<Findings, "refusals"> & {
    /** Undefined where the package would be refused. */
    readonly dataset: Dataset | undefined;
    /** In which line of its file each event stands, by its id. */
    readonly eventLines: ReadonlyMap<string, number>;
  };

/** Reads and checks a package, and makes the document of it: as its first version, published at the instant (RFC 3339). */
export async function openDocument(files: PackageFiles, at: string): Promise<OpenedDocument> {
  const findings = new Findings();
  const { notices, problems, refusals } = findings;
  const eventLines = new Map<string, number>();
  const refused = () => ({
    ...{ dataset: undefined, notices: findings.notices, problems, refusals, eventLines },
  });
  const dataPackage = await inspectKept(files, findings);
  if (!dataPackage) return refused();
  const publication = publicationIn(dataPackage, findings);
  const events: Row<"events">[] = [];
  for await (const { published } of readEvents(dataPackage, publication, findings))
    for (const row of published) {
      events.push(row);
      eventLines.set(row.values.id, row.line);
    }
  const { descriptor } = dataPackage;
  const version = {
    number: 1,
    label: descriptor.version ?? "1",
    contentHash: "",
    publishedAt: at,
    created: descriptor.created === undefined ? null : new Date(descriptor.created).toISOString(),
    ...publishWords(dataPackage, {}),
  };
  const dataset = packageDocument({ dataPackage, events, publication, version });
  return problems.length > 0 ? refused() : { dataset, notices, problems, refusals, eventLines };
}
