/** Where a map looks. */
export type Camera = {
  readonly zoom: number;
  readonly latitude: number;
  readonly longitude: number;
};
