DROP VIEW "public"."public_sources";--> statement-breakpoint
CREATE VIEW "public"."public_sources" AS (
  SELECT r.dataset_id, r.id, NULL::geometry AS geom, r.words,
    r."title" AS "title", r."publisher" AS "publisher", d.declared->'carriers'->>r.id AS "copy_held_by", r."url" AS "url", r."published" AS "published", r."lang" AS "lang", r."kind" AS "kind", r."note" AS "note", r."link_status" AS "link_status", r."link_checked_on" AS "link_checked_on", NULL::date AS start_earliest, NULL::date AS start_latest, NULL::date AS end_earliest,
    NULL::date AS end_latest, NULL::daterange AS possible_span, NULL::integer AS start_year, NULL::integer AS end_year
  FROM sources r
  JOIN datasets d ON d.id = r.dataset_id);