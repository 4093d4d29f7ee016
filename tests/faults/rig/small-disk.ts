// A disk of a few megabytes in memory, which can be filled and made read-only.
import { execFileSync } from "node:child_process";
import { rmSync, statfsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "../../support/packages/packages.ts";
import { leaveOut } from "../../support/programs/apt.ts";

const MEGABYTE = 2 ** 20;

export class SmallDisk {
  readonly folder = temporaryFolder("disk");
  private readonly filler = path.join(this.folder, "filler");

  constructor(megabytes: number) {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", this.folder], {
      stdio: "ignore",
    });
  }

  /** Leaves so much room. */
  fill(megabytes: number): void {
    rmSync(this.filler, { force: true });
    const { bavail, bsize } = statfsSync(this.folder);
    writeFileSync(this.filler, Buffer.alloc(Math.max(0, bavail * bsize - megabytes * MEGABYTE)));
  }

  makeRoom(megabytes: number): void {
    rmSync(this.filler, { force: true });
    this.remount(`size=${megabytes}m`);
  }

  /** As `ro` or `rw`; nobody may have a file open to write. */
  remount(options: string): void {
    execFileSync("mount", ["-o", `remount,${options}`, this.folder]);
  }

  remove(): void {
    execFileSync("umount", ["-l", this.folder]);
  }
}

/** Whether disks can be mounted here: by root, outside most containers. On CI they must be. */
export function canMount(): boolean {
  try {
    new SmallDisk(1).remove();
    return true;
  } catch {
    leaveOut(
      "the tests with disks that are full or read-only.",
      "Run them as a user who may mount.",
    );
    return false;
  }
}
