// A copy of a dataset as a stranger would keep it: by HTTP alone, from what `/api/changes` says of itself.
import type { Feature } from "geojson";

type Get = (address: string) => Response | Promise<Response>;

type Page = {
  readonly through: number;
  readonly items: readonly {
    readonly seq: number;
    readonly collection: string;
    readonly id: string;
    readonly change: readonly string[];
    readonly feature: Feature | null;
  }[];
  readonly links: readonly { readonly rel: string; readonly href: string }[];
};

export class Mirror {
  readonly #get: Get;
  readonly #limit: number;
  #since = 0;
  #next: string | undefined;
  readonly features = new Map<string, Map<string, Feature>>();
  /** How often everything had to be read anew, the first time aside. */
  anew = 0;

  constructor(get: Get, limit: number) {
    this.#get = get;
    this.#limit = limit;
  }

  /** Reads a page; false where it was the last. */
  async page(): Promise<boolean> {
    if (this.#next === undefined && this.#since === 0) this.features.clear();
    const answer = await this.#get(
      this.#next ?? `/api/changes?since=${this.#since}&limit=${this.#limit}`,
    );
    if (answer.status === 410) {
      this.#since = 0;
      this.#next = undefined;
      this.anew += 1;
      return true;
    }
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
    const { items, links, through } = (await answer.json()) as Page;
    for (const { collection, feature, id } of items) {
      const own = this.features.get(collection) ?? new Map<string, Feature>();
      this.features.set(collection, own);
      if (feature) own.set(id, feature);
      else own.delete(id);
    }
    this.#since = through;
    this.#next = links.find(({ rel }) => rel === "next")?.href;
    return this.#next !== undefined;
  }

  /** Reads what is left. */
  async follow(): Promise<void> {
    while (await this.page());
  }

  /** Forgets the page at which it is, as a program does that ends and is started again. */
  breakOff(): void {
    this.#next = undefined;
  }
}
