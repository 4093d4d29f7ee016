-- Extensions and functions that the tables, generated columns and views of the later migrations stand on.
CREATE EXTENSION IF NOT EXISTS postgis;
--> statement-breakpoint
-- Lower case without accents, for full-text search in French and English. Immutable, unlike unaccent(), so that
-- generated columns can use it. Capitals with accents are named too: lower() leaves them in a database of locale C.
-- Folds as foldAccents of the model does.
CREATE OR REPLACE FUNCTION fold_accents(source text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT translate(
    replace(replace(replace(replace(lower(source), 'œ', 'oe'), 'æ', 'ae'), 'Œ', 'oe'), 'Æ', 'ae'),
    'àâäáãåçéèêëíìîïñóòôöõúùûüýÿÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕÚÙÛÜÝŸ’',
    'aaaaaaceeeeiiiinooooouuuuyyaaaaaaceeeeiiiinooooouuuuyy ')
$$;
--> statement-breakpoint
-- How many decimals of a degree a coordinate with this precision bears: the last one is worth about a tenth of the
-- radius, so that rounding never moves a point noticeably and never pretends to more.
CREATE OR REPLACE FUNCTION coordinate_decimals(precision_m double precision) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN precision_m IS NULL OR precision_m <= 0 THEN 7
    ELSE least(7, greatest(1, ceil(log((111000 / (precision_m / 10))::numeric))::integer))
  END
$$;
--> statement-breakpoint
-- The radius that goes with the public geometry: the true one widened by half a diagonal of the grid cell, and
-- rounded up, so that it does not tell the true precision either.
CREATE OR REPLACE FUNCTION public_precision(precision_m double precision, disclosure text) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE disclosure
    WHEN 'exact' THEN precision_m
    WHEN '100m' THEN ceil((precision_m + 80) / 100) * 100
    WHEN '1km' THEN ceil((precision_m + 800) / 1000) * 1000
  END
$$;
--> statement-breakpoint
-- The geometry that the public may see. Coarser levels give the centre of the cell of a fixed grid, so that asking
-- again, or asking for the same place in another version, never narrows the true position down. Points are rounded
-- to the decimals that their radius bears, so that whatever is derived from one (a distance, a side) is derived
-- from the very point that is published.
CREATE OR REPLACE FUNCTION public_geometry(geom geometry, disclosure text, precision_m double precision)
RETURNS geometry
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN disclosure = 'hidden' THEN NULL
    WHEN disclosure = 'exact' AND ST_Dimension(geom) > 0 THEN geom
    ELSE ST_SetSRID(ST_MakePoint(
      round(lon::numeric, decimals)::double precision,
      round(lat::numeric, decimals)::double precision), 4326)
  END
  FROM (
    SELECT
      CASE WHEN cell IS NULL THEN x ELSE (floor(x / cell) + 0.5) * cell END AS lon,
      CASE WHEN cell IS NULL THEN y ELSE (floor(y / cell) + 0.5) * cell END AS lat,
      coordinate_decimals(public_precision(precision_m, disclosure)) AS decimals
    FROM (
      SELECT ST_X(ST_Centroid(geom)) AS x, ST_Y(ST_Centroid(geom)) AS y,
        CASE disclosure WHEN '100m' THEN 0.001 WHEN '1km' THEN 0.01 END AS cell
    ) located
  ) placed
$$;
