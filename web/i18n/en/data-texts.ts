// The texts of the panel of files.

export const dataTextsEn = {
  data: "Data",
  dataWhole:
    "Everything that is shown at this date, as files. Other dates and filters give other files.",
  dataFiltered: "What the date and the filter leave, as files.",
  dataLeftOut: "A part of the filter cannot be asked of these files: they hold more than is shown.",
  dataPage: "look at it",
  dataPackage: "The whole data package",
  dataPackageHolds:
    "Every table as it is published, of all dates, with its description: it can be imported elsewhere, or here under a version label of its own.",
  dataPrograms: "In your program",
  dataQgis:
    "QGIS: Layer, Add Layer, Add WFS / OGC API – Features Layer, New; paste this address as URL.",
  dataGdal: "GDAL reads the same address:",
  fileFormats: {
    geojson: "GeoJSON",
    csv: "CSV",
    gpkg: "GeoPackage",
    fgb: "FlatGeobuf",
    kml: "KML",
  },
};
