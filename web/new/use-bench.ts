// What somebody does at the workbench, step by step: what was brought, how it was read, what its columns are, what came of it.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { sqliteAddress } from "#formats/geopackage/sqlite-address.ts";
import { completed, type MappingDraft } from "#import/mapping/draft.ts";
import { type RowEdit, withEdit } from "#import/mapping/edit.ts";
import type { Mapping } from "#import/mapping/mapping.ts";
import { missingColumns } from "#import/mapping/used-columns.ts";
import type { SourceChoice } from "#import/source/source-table.ts";
import type { Dataset } from "#model/dataset/dataset.ts";
import type { InterfaceLanguage } from "#model/words/language.ts";
import type { BroughtEvents } from "#web/api/brought-events.ts";
import {
  forgetWork,
  type KeptMapping,
  type KeptWork,
  keepMapping,
  keepWork,
  keptMappings,
  keptWork,
} from "./kept-work.ts";
import type { Brought } from "./reading/brought-files.ts";
import type { RowsAsked } from "./reading/find-rows.ts";
import { createReader, Ended, type Reader } from "./reading/reader.ts";
import type { Mapped, ReadTable, Refused, Told } from "./reading/reading-task.ts";

export const STEPS = ["drop", "read", "map", "problems", "rows", "preview", "take"] as const;
export type Step = (typeof STEPS)[number];

export type Bench = {
  readonly step: Step;
  readonly kept: KeptWork | undefined;
  /** How many rows were read of what is being read; null: nothing is. */
  readonly progress: number | null;
  readonly refusals: Refused["refusals"];
  readonly fault: string | null;
  readonly choice: SourceChoice;
  readonly read: ReadTable | undefined;
  readonly draft: MappingDraft | undefined;
  readonly mapped: Mapped | undefined;
  readonly dataset: Dataset | undefined;
  /** A mapping of another table with the same columns, which nobody has used here. */
  readonly offered: KeptMapping | undefined;
  /** The event whose row is to be changed; null: any row. */
  readonly event: string | null;
  /** What was changed by hand before each change, and what was undone. */
  readonly past: readonly (readonly RowEdit[])[];
  readonly future: readonly (readonly RowEdit[])[];
};

const NOTHING: Bench = {
  step: "drop",
  kept: undefined,
  progress: null,
  refusals: [],
  fault: null,
  choice: {},
  read: undefined,
  draft: undefined,
  mapped: undefined,
  dataset: undefined,
  offered: undefined,
  event: null,
  past: [],
  future: [],
};

/** Nothing was made of it yet. */
const UNCHANGED = { mapped: undefined, dataset: undefined, past: [], future: [] } as const;

export function useBench(language: InterfaceLanguage) {
  const [bench, setBench] = useState(NOTHING);
  const brought = useRef<readonly Brought[]>([]);
  const reader = useMemo<Reader>(createReader, []);
  const change = (changes: Partial<Bench>) => setBench((former) => ({ ...former, ...changes }));
  const onProgress = (progress: number) => change({ progress });
  useEffect(() => {
    void keptWork().then((kept) => change({ kept }));
  }, []);

  /** Does what asks the worker; what goes wrong is told, and leaves the page as it was. */
  const work = async (what: () => Promise<Partial<Bench>>) => {
    change({ progress: 0, refusals: [], fault: null });
    try {
      change({ progress: null, ...(await what()) });
    } catch (error) {
      const isEnded = error instanceof Ended;
      const message = error instanceof Error ? error.message : String(error);
      change({ progress: null, fault: isEnded ? null : message });
    }
  };
  const keep = (choice: SourceChoice, draft: MappingDraft | null) => {
    const [one] = brought.current;
    if (!one) return;
    const name = one.path.split("/")[0] ?? one.path;
    void keepWork({ name, files: brought.current, choice, draft, keptAt: Date.now() });
  };
  const preview = async (draft: MappingDraft | undefined): Promise<Partial<Bench>> => {
    const mapping = draft ? completed(draft) : null;
    if (mapping === undefined) return {};
    const answer = await reader.ask("preview", { mapping }, onProgress);
    return answer.kind === "refused"
      ? { refusals: answer.refusals }
      : { dataset: answer.dataset, step: "preview" };
  };
  const open = (files: readonly Brought[], choice: SourceChoice, known: MappingDraft | null) =>
    work(async () => {
      brought.current = files;
      const answer = await reader.ask("open", { files, choice, language });
      if (answer.kind === "refused") return { refusals: answer.refusals };
      if (answer.kind === "package") {
        keep(choice, null);
        return { read: undefined, draft: undefined, ...(await preview(undefined)) };
      }
      // What was kept by an earlier release may lack what there is to decide now.
      const draft = known ? { ...answer.draft, ...known } : answer.draft;
      keep(choice, draft);
      const step = known ? "map" : "read";
      const isOpen = !known && answer.mappedBy === null;
      const offered = isOpen ? await fitting(answer.columns) : undefined;
      return { read: answer, choice, draft, offered, ...UNCHANGED, step };
    });

  const { choice, draft, mapped, read, step } = bench;
  // How the file is written goes with what its columns are.
  const mapping = useMemo(() => {
    const whole = draft && completed(draft);
    return whole && { ...whole, table: { ...whole.table, ...choice } };
  }, [draft, choice]);
  const isMapped = step === "map" || step === "problems" || step === "take";
  // What comes of the columns is shown as soon as they are chosen.
  useEffect(() => {
    if (!mapping || !isMapped) return;
    let isPast = false;
    void reader.ask("map", { mapping }).then(
      (answer) => !isPast && change({ mapped: answer, ...refusalOf(answer) }),
      (error) => !(isPast || error instanceof Ended) && change({ fault: String(error) }),
    );
    return () => {
      isPast = true;
    };
  }, [mapping, isMapped]);

  const setDraft = (next: MappingDraft) => {
    keep(bench.choice, next);
    change({ draft: next, mapped: undefined, refusals: [] });
  };
  const { future, past } = bench;
  /** Takes the last of some changes in the place of the present ones; undefined where there is none. */
  const turned = (
    from: Bench["past"],
    then: (before: readonly RowEdit[]) => Pick<Bench, "past" | "future">,
  ) => {
    const last = from.at(-1);
    if (!draft || !last) return undefined;
    return () => {
      setDraft({ ...draft, edits: [...last] });
      change(then(draft.edits));
    };
  };
  const told: Told | undefined = mapped && "groups" in mapped ? mapped : undefined;
  return {
    bench,
    mapping,
    told,
    brought: (files: readonly Brought[]) => open(files, {}, null),
    goOn: (kept: KeptWork) => open(kept.files, kept.choice, kept.draft),
    forget: () => {
      // It is said to be forgotten once it is.
      void forgetWork().then(() => change({ kept: undefined }));
    },
    readOtherwise: (choice: SourceChoice) => open(brought.current, choice, null),
    useMapping: (known: Mapping) => open(brought.current, known.table, known),
    loadMapping: (file: File) =>
      work(async () => {
        const answer = await reader.ask("mapping", { file });
        if (answer.kind === "refused") return { refusals: answer.refusals };
        void open(brought.current, answer.mapping.table, answer.mapping);
        return {};
      }),
    keepMapping: () => {
      if (mapping && read) void keepMapping({ name: read.file, mapping, keptAt: Date.now() });
    },
    setDraft,
    edit: (edit: RowEdit) => {
      if (!draft) return;
      setDraft({ ...draft, edits: withEdit(draft.edits, edit) });
      change({ past: [...past, draft.edits], future: [] });
    },
    undo: turned(past, (before) => ({ past: past.slice(0, -1), future: [...future, before] })),
    redo: turned(future, (before) => ({ past: [...past, before], future: future.slice(0, -1) })),
    findRows: (mapping: Mapping, asked: RowsAsked) => reader.ask("rows", { ...asked, mapping }),
    lookAtRow: (mapping: Mapping, edit: RowEdit) => reader.ask("row", { mapping, edit }),
    goTo: (next: Step) => {
      // What is shown is what would be taken away.
      if (next === "preview" && read) void work(() => preview(draft));
      else change({ step: next, refusals: [], event: null });
    },
    changeRow: (event: string | null) => change({ step: "rows", refusals: [], event }),
    leaveMapping: () => {
      if (told && told.groups.length > 0) change({ step: "problems" });
      else void work(() => preview(draft));
    },
    show: () => work(() => preview(draft)),
    cancel: () => {
      reader.end();
      change({ ...NOTHING, kept: bench.kept });
    },
    events: {
      page: (search) => reader.ask("page", { search }),
      event: (id) => reader.ask("event", { id }),
      crowd: (search) => reader.ask("crowd", { search }),
      sums: (asked) => reader.ask("sums", asked),
    } satisfies BroughtEvents,
    rejected: () => (mapping ? reader.ask("rejected", { mapping, language }) : undefined),
    geopackage: async (): Promise<Blob | undefined> => {
      if (!mapping) return undefined;
      const sqlite = await (await fetch(sqliteAddress)).arrayBuffer();
      const answer = await reader.ask("geopackage", { mapping, sqlite });
      if (answer instanceof Blob) return answer;
      change({ refusals: answer.refusals });
      return undefined;
    },
    pack: () => reader.ask("pack", { mapping: mapping ?? null }),
  };
}

/** The newest mapping whose columns the table has. */
const fitting = async (columns: readonly string[]) =>
  (await keptMappings()).find(({ mapping }) => missingColumns(mapping, { columns }).length === 0);

const refusalOf = (answer: Mapped): Partial<Bench> =>
  "kind" in answer ? { refusals: answer.refusals } : {};
