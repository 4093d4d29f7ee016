export type Component = {
  readonly name: string;
  readonly version: string;
  readonly licenses?: readonly {
    readonly expression?: string;
    readonly license?: { readonly id?: string; readonly name?: string };
  }[];
};
export function licenceOf(component: Component): string | undefined;
export function isAllowed(expression: string | undefined): boolean;
export function billOfMaterials(): { readonly components: readonly Component[] };
