// In which order a project's files are tried: long ones first, so that none of them is left for the end, when the other
// workers have nothing to do any more. Vitest knows how long a file took only where it ran before.
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take minutes, or wait for most of a minute; those that take longest first. */
const LONGEST = [
  ...["disks", "wrong-clock", "words", "fuzz", "sent-packages", "migrations", "kills"],
  ...["backup", "drawing", "dead-hosts"],
].map((name) => `tests/faults/${name}.test.ts`);

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}`));
  return place < 0 ? LONGEST.length : place;
};

export class LongestFirst extends BaseSequencer {
  /** Keeps the projects, and all other files of each, in the order that they would have. */
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project))];
    return projects.flatMap((project) =>
      sorted.filter((file) => file.project === project).sort((a, b) => placeOf(a) - placeOf(b)),
    );
  }
}
