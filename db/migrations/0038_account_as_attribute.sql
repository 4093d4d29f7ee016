DROP VIEW "public"."all_events";--> statement-breakpoint
DROP VIEW "public"."public_events";--> statement-breakpoint
-- What one dataset had a field for is a column of its own, in every version: declared as a number that nobody described.
-- Texts stay in the order of their languages, which jsonb would not keep.
UPDATE "versions" v SET "declared" = (
  SELECT json_object_agg(m.key, m.value) FROM (
    SELECT key, value FROM json_each(v."declared") WHERE key <> 'attributes'
    UNION ALL
    SELECT 'attributes', json_build_object(
      'events', (SELECT json_agg(one.value) FROM (
        SELECT value FROM json_array_elements(coalesce(v."declared"#>'{attributes,events}', '[]'::json))
        UNION ALL
        SELECT json_build_object('name', 'account_paragraph', 'column', 'account_paragraph', 'type', 'integer',
          'title', json_build_object(coalesce(v."declared"#>>'{languages,0}', 'en'), 'account_paragraph'),
          'means', 'Paragraph of the narrative account that tells it.', 'unit', NULL, 'choices', NULL)
      ) one),
      'places', coalesce(v."declared"#>'{attributes,places}', '[]'::json),
      'shapes', coalesce(v."declared"#>'{attributes,shapes}', '[]'::json))
  ) m
)
WHERE EXISTS (SELECT FROM "events" e WHERE e."dataset_id" = v."dataset_id" AND e."account_paragraph" IS NOT NULL
  AND e."since" <= v."number" AND (e."until" IS NULL OR e."until" > v."number"));--> statement-breakpoint
UPDATE "events" SET "attributes" = coalesce("attributes", '{}'::jsonb) || jsonb_build_object('account_paragraph', "account_paragraph")
WHERE "account_paragraph" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "events" DROP COLUMN "account_paragraph";--> statement-breakpoint
CREATE VIEW "public"."all_events" AS (SELECT r."dataset_id" AS "dataset_id", r."since" AS "since", r."until" AS "until", r."id" AS "id", r."edtf" AS "edtf", r."start_earliest" AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r."end_latest" AS "end_latest", r."start_time" AS "start_time", r."end_time" AS "end_time", r."date_precision" AS "date_precision", r."category" AS "category", r."title" AS "title", r."summary" AS "summary", r."place_id" AS "place_id", public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", r."people_low" AS "people_low", r."people_high" AS "people_high", r."people_note" AS "people_note", r."actor_ids" AS "actor_ids", r."certainty" AS "certainty", r."certainty_reason" AS "certainty_reason", r."source_ids" AS "source_ids", r."sensitivity" AS "sensitivity", CASE WHEN r.disclosure = 'exact' THEN r.attributes END AS "attributes", r."disclosure" AS "disclosure", r."public_geom" AS "public_geom", r."possible_span" AS "possible_span", r."words" AS "words" FROM "events" r);--> statement-breakpoint
CREATE VIEW "public"."public_events" AS (
  SELECT r.dataset_id, r.id, r.public_geom AS geom, r.possible_span, r.words, CASE WHEN r.disclosure = 'exact' THEN r.attributes END AS "attributes",
    r."title" AS "title", r."summary" AS "summary", r."category" AS "category", r."certainty" AS "certainty", r."certainty_reason" AS "certainty_reason", r."edtf" AS "edtf", r."start_earliest" AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r."end_latest" AS "end_latest", (extract(year FROM r.start_earliest)::integer + CASE WHEN r.start_earliest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM r.end_latest)::integer + CASE WHEN r.end_latest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year", r."start_time" AS "start_time", r."end_time" AS "end_time", r."date_precision" AS "date_precision", r."place_id" AS "place_id", p.name AS "place_name", r."people_low" AS "people_low", r."people_high" AS "people_high", r."people_note" AS "people_note", r."actor_ids" AS "actors", r."sensitivity" AS "sensitivity", public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", r.disclosure <> 'exact' AS "generalised", r."source_ids" AS "source_ids"
  FROM events r
  LEFT JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id AND p.until IS NULL
  WHERE r.until IS NULL);