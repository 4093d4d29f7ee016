// The coordinate reference systems as GeoPackage wants them written out (WKT 1, OGC 01-009; from the EPSG registry).

const WGS_84 = [
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],',
  'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],',
  'UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]',
].join("");

/** By EPSG code. */
export const CRS_DEFINITIONS: Readonly<Record<number, string>> = {
  4326: WGS_84,
  3857: [
    'PROJCS["WGS 84 / Pseudo-Mercator",',
    WGS_84,
    ',PROJECTION["Mercator_1SP"],PARAMETER["central_meridian",0],PARAMETER["scale_factor",1],',
    'PARAMETER["false_easting",0],PARAMETER["false_northing",0],UNIT["metre",1,AUTHORITY["EPSG","9001"]],',
    'AXIS["Easting",EAST],AXIS["Northing",NORTH],',
    'EXTENSION["PROJ4","+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext +no_defs"],',
    'AUTHORITY["EPSG","3857"]]',
  ].join(""),
  2154: [
    'PROJCS["RGF93 v1 / Lambert-93",GEOGCS["RGF93 v1",DATUM["Reseau_Geodesique_Francais_1993_v1",',
    'SPHEROID["GRS 1980",6378137,298.257222101,AUTHORITY["EPSG","7019"]],AUTHORITY["EPSG","6171"]],',
    'PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,',
    'AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4171"]],PROJECTION["Lambert_Conformal_Conic_2SP"],',
    'PARAMETER["latitude_of_origin",46.5],PARAMETER["central_meridian",3],',
    'PARAMETER["standard_parallel_1",49],PARAMETER["standard_parallel_2",44],',
    'PARAMETER["false_easting",700000],PARAMETER["false_northing",6600000],UNIT["metre",1,',
    'AUTHORITY["EPSG","9001"]],AXIS["Easting",EAST],AXIS["Northing",NORTH],AUTHORITY["EPSG","2154"]]',
  ].join(""),
  32631: [
    'PROJCS["WGS 84 / UTM zone 31N",',
    WGS_84,
    ',PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],',
    'PARAMETER["central_meridian",3],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],',
    'PARAMETER["false_northing",0],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Easting",EAST],',
    'AXIS["Northing",NORTH],AUTHORITY["EPSG","32631"]]',
  ].join(""),
};
