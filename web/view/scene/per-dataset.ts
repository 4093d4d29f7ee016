import type { Dataset } from "#model/dataset/dataset.ts";

/** Answers the function that works something out of a dataset once, however often it is asked. */
export function perDataset<Value>(make: (dataset: Dataset) => Value): (dataset: Dataset) => Value {
  const made = new WeakMap<Dataset, { readonly value: Value }>();
  return (dataset) => {
    const known = made.get(dataset);
    if (known) return known.value;
    const value = make(dataset);
    made.set(dataset, { value });
    return value;
  };
}
