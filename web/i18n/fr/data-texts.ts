// The texts of the panel of files.
import type { dataTextsEn } from "../en/data-texts.ts";

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
    "Toutes les tables telles qu’elles sont publiées, à toutes les dates, avec leur description : elles peuvent être importées ailleurs, ou ici sous un autre numéro de version.",
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
