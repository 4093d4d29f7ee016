/** Whether the name of the file says that it is GeoJSON. */
export const isGeoJsonFile = (file: string) => /\.(?:geo)?json$/i.test(file);

/** Whether the name of the file says that it is a table of texts. */
export const isCsvFile = (file: string) => /\.(?:csv|tsv|tab|txt)$/i.test(file);
