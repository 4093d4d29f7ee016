// The texts of the panel of files, in both languages.

export const dataTextsEn = {
  data: "Data",
  dataWhole:
    "Everything that is shown at this date, as files. Other dates and filters give other files.",
  dataFiltered: "What the date and the filter leave, as files.",
  dataLeftOut: "A part of the filter cannot be asked of these files: they hold more than is shown.",
  dataPage: "look at it",
  dataPackage: "The whole data package",
  dataPackageHolds:
    "Every table as it is published, of all dates, with its description: it can be imported again.",
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

export const dataTextsFr: typeof dataTextsEn = {
  data: "Données",
  dataWhole:
    "Tout ce qui est montré à cette date, en fichiers. D’autres dates et filtres donnent d’autres fichiers.",
  dataFiltered: "Ce que la date et le filtre laissent, en fichiers.",
  dataLeftOut:
    "Une partie du filtre ne peut être demandée à ces fichiers : ils contiennent plus que ce qui est montré.",
  dataPage: "consulter",
  dataPackage: "Le paquet de données entier",
  dataPackageHolds:
    "Toutes les tables telles qu’elles sont publiées, à toutes les dates, avec leur description : elles peuvent être réimportées.",
  dataPrograms: "Dans votre logiciel",
  dataQgis:
    "QGIS : Couche, Ajouter une couche, Ajouter une couche WFS / OGC API – Features, Nouveau ; collez cette adresse comme URL.",
  dataGdal: "GDAL lit la même adresse :",
  fileFormats: {
    geojson: "GeoJSON",
    csv: "CSV",
    gpkg: "GeoPackage",
    fgb: "FlatGeobuf",
    kml: "KML",
  },
};
