declare module "datapackage" {
  /** A published profile of Data Package 1, by its name. */
  export class Profile {
    static load(name: string): Promise<Profile>;
    validate(descriptor: unknown): { valid: boolean; errors: readonly Error[] };
  }
}
