-- No position is sent more exactly than it is known, whatever its shape and whatever the CRS. As decimals of a degree
-- (111 km, coordinate_decimals), so of a metre: the last digit is worth at most a tenth of the radius, below nought it
-- is that of the tens, the hundreds and so on.
CREATE FUNCTION metre_decimals(precision_m double precision) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 3 - width_bucket(coalesce(precision_m, 0), ARRAY[0.1, 1, 10, 100, 1000, 10000, 100000]::double precision[]);--> statement-breakpoint
-- Each coordinate rounded to so many decimals: the number next to the decimal fraction, as one reads it off a text.
-- (ST_SnapToGrid multiplies, which leaves a trace of its own, and lets short lines and small areas vanish.)
CREATE FUNCTION rounded_geometry(geom geometry, decimals integer) RETURNS geometry
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN decimals >= 0 THEN ST_SetSRID(ST_GeomFromGeoJSON(ST_AsGeoJSON(geom, decimals, 0)), ST_SRID(geom))
  ELSE ST_SetSRID(ST_Scale(
    ST_GeomFromGeoJSON(ST_AsGeoJSON(ST_Scale(geom, power(10.0::float8, decimals), power(10.0::float8, decimals)), 0, 0)),
    power(10.0::float8, -decimals), power(10.0::float8, -decimals)), ST_SRID(geom))
END;--> statement-breakpoint
-- The same of an area that must stay one: where the rounded rings cross, those of the area on the grid are taken.
CREATE FUNCTION rounded_shape(geom geometry, decimals integer) RETURNS geometry
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
  SELECT CASE
    WHEN ST_Dimension(geom) < 2 OR ST_IsValid(rounded) THEN rounded
    ELSE rounded_geometry(ST_ReducePrecision(geom, power(10.0::float8, -decimals)), decimals)
  END
  FROM (SELECT rounded_geometry(geom, decimals) AS rounded) r
);--> statement-breakpoint
CREATE OR REPLACE FUNCTION public_geometry(geom geometry, disclosure text, precision_m double precision)
RETURNS geometry
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN disclosure = 'hidden' THEN NULL
  WHEN disclosure = 'exact' AND ST_Dimension(geom) > 0 THEN rounded_shape(geom, coordinate_decimals(precision_m))
  WHEN disclosure = 'exact' THEN ST_SetSRID(ST_MakePoint(
    round(ST_X(ST_Centroid(geom))::numeric, coordinate_decimals(precision_m))::double precision,
    round(ST_Y(ST_Centroid(geom))::numeric, coordinate_decimals(precision_m))::double precision), 4326)
  ELSE ST_SetSRID(ST_MakePoint(
    round(
      ((floor(ST_X(ST_Centroid(geom)) / disclosed_degrees(disclosure)) + 0.5) * disclosed_degrees(disclosure))::numeric,
      coordinate_decimals(public_precision(precision_m, disclosure)))::double precision,
    round(
      ((floor(ST_Y(ST_Centroid(geom)) / disclosed_degrees(disclosure)) + 0.5) * disclosed_degrees(disclosure))::numeric,
      coordinate_decimals(public_precision(precision_m, disclosure)))::double precision), 4326)
END;--> statement-breakpoint
-- What is stored is derived anew.
UPDATE "place_phases" SET "geom" = "geom" WHERE ST_Dimension("geom") > 0;--> statement-breakpoint
DROP VIEW "public"."public_basemap";--> statement-breakpoint
DROP VIEW "public"."public_movements";--> statement-breakpoint
ALTER TABLE "basemap_features" ADD COLUMN "public_geom" geometry(Geometry, 4326) GENERATED ALWAYS AS (public_geometry(geom, disclosure, precision_m)) STORED;--> statement-breakpoint
CREATE VIEW "public"."public_basemap" AS (
  SELECT r.dataset_id, r.id, r.public_geom AS geom, r.class, r.name_en, r.name_fr, r.min_zoom,
    public_precision(r.precision_m, r.disclosure) AS precision_m, r.position_basis,
    CASE WHEN r.disclosure = 'exact' THEN r.position_note END AS note, NULL::date AS start_earliest, NULL::date AS start_latest, NULL::date AS end_earliest,
    NULL::date AS end_latest, NULL::daterange AS possible_span, ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'basemap' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS source_ids
  FROM basemap_features r);--> statement-breakpoint
CREATE VIEW "public"."public_movements" AS (
  WITH points AS (
  SELECT DISTINCT ON (r.dataset_id, r.place_id) r.dataset_id, r.place_id, r.public_geom AS geom, 
  public_precision(r.precision_m, r.disclosure) AS precision_m,
  r.position_basis,
  r.disclosure <> 'exact' AS generalised
  FROM place_phases r WHERE ST_Dimension(r.geom) = 0
  ORDER BY r.dataset_id, r.place_id, r.start_earliest NULLS FIRST, r.id)
  SELECT r.dataset_id, r.id,
    rounded_geometry(
      ST_MakeLine(f.geom, t.geom), coordinate_decimals(greatest(f.precision_m, t.precision_m))
    ) AS geom, r.from_id, a.name_en AS from_name_en,
    a.name_fr AS from_name_fr, r.to_id, b.name_en AS to_name_en, b.name_fr AS to_name_fr, r.edtf, r.start_earliest, r.start_latest, r.end_earliest, r.end_latest, r.possible_span,
    r.people_low, r.people_high, r.people_note, r.agency, r.confidence, r.note_en, r.note_fr,
    greatest(f.precision_m, t.precision_m) AS precision_m, f.generalised OR t.generalised AS generalised,
    ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'movement' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS source_ids
  FROM movements r
  JOIN places a ON a.dataset_id = r.dataset_id AND a.id = r.from_id
  JOIN places b ON b.dataset_id = r.dataset_id AND b.id = r.to_id
  LEFT JOIN points f ON f.dataset_id = r.dataset_id AND f.place_id = r.from_id
  LEFT JOIN points t ON t.dataset_id = r.dataset_id AND t.place_id = r.to_id);