declare module "datapackage" {
  /** A published profile of Data Package 1, by its name. */
  export class Profile {
    static load(name: string): Promise<Profile>;
    validate(descriptor: unknown): { valid: boolean; errors: readonly Error[] };
  }

  /** A package on disk; `errors` says what of its descriptor does not fit. */
  export class Package {
    static load(descriptor: string, options: { basePath: string }): Promise<Package>;
    readonly errors: readonly Error[];
    readonly resources: readonly Resource[];
  }

  /** A table. Reading it checks every cell against the table schema; what does not fit is thrown. */
  export class Resource {
    readonly name: string;
    readonly schema: { readonly fieldNames: readonly string[] };
    readonly headers: readonly string[] | null;
    read(options: { keyed: true }): Promise<readonly Readonly<Record<string, unknown>>[]>;
    checkRelations(): Promise<boolean>;
  }
}
