DROP VIEW "public"."public_datasets";--> statement-breakpoint
DROP VIEW "public"."attested_places";--> statement-breakpoint
DROP VIEW "public"."public_places";--> statement-breakpoint
ALTER TABLE "sources" DROP CONSTRAINT "sources_kind";--> statement-breakpoint
ALTER TABLE "places" DROP CONSTRAINT "places_kind";--> statement-breakpoint
ALTER TABLE "counts" DROP CONSTRAINT "counts_measure";--> statement-breakpoint
ALTER TABLE "counts" DROP CONSTRAINT "counts_counted_by_kind";--> statement-breakpoint
ALTER TABLE "deaths" DROP CONSTRAINT "deaths_counted_by_kind";--> statement-breakpoint
ALTER TABLE "movements" DROP CONSTRAINT "movements_agency";--> statement-breakpoint
ALTER TABLE "datasets" ALTER COLUMN "ring" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "datasets" ADD COLUMN "declared" json;--> statement-breakpoint
ALTER TABLE "datasets" ADD COLUMN "separation" json;--> statement-breakpoint
ALTER TABLE "datasets" ADD COLUMN "site_kinds" text[];--> statement-breakpoint
-- What was loaded before goes on meaning what the program took it for until then; its vocabularies come with the next
-- import.
UPDATE "datasets" SET
  "site_kinds" = '{camp,squat,shelter,state-camp}',
  "separation" = json_build_object(
    'reference', json_build_object('place', reference_place_id, 'label', words->'reference'),
    'further', CASE WHEN port_place_id IS NULL THEN '[]'::json ELSE json_build_array(
      json_build_object('place', port_place_id, 'label', '{"en": "the port", "fr": "le port"}'::json)) END,
    'line', CASE WHEN cardinality(bypass_outline_ids) > 0 THEN json_build_object(
      'outlines', bypass_outline_ids, 'label', words->'separator') END,
    'sides', NULL
  ),
  "declared" = json_build_object(
    'languages', '["en", "fr"]'::json,
    'title', json_build_object('en', title_en, 'fr', title_fr),
    'headline', NULL,
    'standfirst', NULL,
    'description', json_build_object('en', description_en, 'fr', description_fr),
    'attribution', json_build_object('en', attribution_en, 'fr', attribution_fr),
    'credit', json_build_object('en', credit_en, 'fr', credit_fr),
    'timeZone', time_zone,
    'firstDay', first_day - DATE '1970-01-01',
    'lastDay', last_day - DATE '1970-01-01',
    'openingDay', opening_day - DATE '1970-01-01',
    'extent', extent,
    'home', home,
    'vocabularies', '{"placeKinds": [], "eventCategories": [], "agencies": [], "measures": [], "counterKinds": [], "sourceKinds": [], "endReasons": [], "eventFamilies": []}'::json,
    'roles', '{"sites": ["camp", "squat", "shelter", "state-camp"], "outlined": ["day-centre"], "grounds": ["port", "border-terminal"], "barriers": ["barrier"], "landmarks": ["day-centre", "distribution", "port", "border-terminal", "landmark", "court", "detention", "hospital", "station"]}'::json,
    'phrases', '{"wholeMap": null, "siteOutline": null, "barriers": null, "account": null, "sitesMethod": null}'::json,
    'collections', '{"places": {"id": null, "title": null, "description": null}, "sites": {"id": "camps", "title": {"en": "Camps, squats and shelters", "fr": "Campements, squats et abris"}, "description": null}, "outlines": {"id": "routes", "title": {"en": "Roads, barriers and outlines", "fr": "Routes, barrières et emprises"}, "description": null}, "events": {"id": null, "title": null, "description": null}, "movements": {"id": null, "title": null, "description": null}, "counts": {"id": null, "title": null, "description": null}, "sources": {"id": null, "title": null, "description": null}, "phases": {"id": null, "title": null, "description": null}, "basemap": {"id": null, "title": null, "description": null}}'::json,
    'measures', '[]'::json,
    'compare', NULL,
    'shortNames', '{}'::json,
    'titleTemplates', '[]'::json,
    'emphasis', '{}'::json,
    'carriers', '{}'::json
  );--> statement-breakpoint
ALTER TABLE "datasets" ALTER COLUMN "declared" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "datasets" ALTER COLUMN "site_kinds" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "title_en";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "title_fr";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "description_en";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "description_fr";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "attribution_en";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "attribution_fr";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "credit_en";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "credit_fr";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "words";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "opening_day";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "first_day";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "last_day";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "time_zone";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "extent";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "home";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "reference_place_id";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "port_place_id";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "bypass_outline_ids";--> statement-breakpoint
CREATE VIEW "public"."public_datasets" AS (select "id", "version_number", "version_label", "content_hash", "published_at", "created", "licences", "declared", "separation", "ring" from "datasets");--> statement-breakpoint
CREATE VIEW "public"."attested_places" AS (
  SELECT r.dataset_id, r.id, r.geom, r.possible_span, p.kind = ANY (d.site_kinds) AS is_settlement,
    r."place_id" AS "place_id", p."name_en" AS "name_en", p."name_fr" AS "name_fr", p."other_names" AS "other_names", p."kind" AS "kind", p."description_en" AS "description_en", p."description_fr" AS "description_fr", r."start_edtf" AS "start_edtf", r."end_edtf" AS "end_edtf", r."start_earliest" AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r."end_latest" AS "end_latest", r.start_year AS "start_year", r.end_year AS "end_year", p."end_reason" AS "end_reason", r."convention" AS "convention", r."bounds_note" AS "bounds_note", r."bounds_note_fr" AS "bounds_note_fr", p."ring_road" AS "ring_road", CASE
      WHEN d.bypass IS NULL OR p.ring_road = 'region' OR r.geom IS NULL THEN NULL
      WHEN ST_Distance(r.geom::geography, d.bypass::geography) > r.precision_m
        THEN CASE WHEN ST_Covers(d.ring, r.geom) THEN 'inside' ELSE 'beyond' END
      WHEN p.ring_road = 'inside' THEN 'inside'
      WHEN p.ring_road = 'outside' THEN 'beyond'
      ELSE 'edge'
    END AS "side", p."part_of" AS "part_of", p."predecessor_ids" AS "predecessor_ids", p."successor_ids" AS "successor_ids", r."precision_m" AS "precision_m", r."position_basis" AS "position_basis", r.generalised AS "generalised", r."position_note" AS "position_note", r."position_note_fr" AS "position_note_fr", round(ST_Distance(r.geom::geography, d.reference_point::geography)::numeric, 1)::float8 AS "distance_m", round(ST_Distance(r.geom::geography, d.port_point::geography)::numeric, 1)::float8 AS "port_distance_m", ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'place' AND c.record_id = r.place_id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS "source_ids"
  FROM (
    SELECT r.dataset_id, r.public_geom AS geom, r.attested_span AS possible_span,
      r."id" AS "id", r."place_id" AS "place_id", r."start_edtf" AS "start_edtf", lower(r.attested_span) AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", (upper(r.attested_span) - 1) AS "end_latest", r."end_edtf" AS "end_edtf", r."convention" AS "convention", r."bounds_note" AS "bounds_note", r."bounds_note_fr" AS "bounds_note_fr", r."note_en" AS "note_en", r."note_fr" AS "note_fr", public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", CASE WHEN r.disclosure = 'exact' THEN r.position_note END AS "position_note", CASE WHEN r.disclosure = 'exact' THEN r.position_note_fr END AS "position_note_fr",
      r.disclosure <> 'exact' AS "generalised", (extract(year FROM lower(r.attested_span))::integer + CASE WHEN lower(r.attested_span) < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM (upper(r.attested_span) - 1))::integer + CASE WHEN (upper(r.attested_span) - 1) < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year"
    FROM place_phases r WHERE ST_Dimension(r.geom) = 0 AND NOT isempty(r.attested_span)
  ) r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  JOIN datasets d ON d.id = r.dataset_id);--> statement-breakpoint
CREATE VIEW "public"."public_places" AS (
  SELECT r.dataset_id, r.id, r.geom, r.possible_span, p.kind = ANY (d.site_kinds) AS is_settlement,
    r."place_id" AS "place_id", p."name_en" AS "name_en", p."name_fr" AS "name_fr", p."other_names" AS "other_names", p."kind" AS "kind", p."description_en" AS "description_en", p."description_fr" AS "description_fr", r."start_edtf" AS "start_edtf", r."end_edtf" AS "end_edtf", r."start_earliest" AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r."end_latest" AS "end_latest", r.start_year AS "start_year", r.end_year AS "end_year", p."end_reason" AS "end_reason", r."convention" AS "convention", r."bounds_note" AS "bounds_note", r."bounds_note_fr" AS "bounds_note_fr", p."ring_road" AS "ring_road", CASE
      WHEN d.bypass IS NULL OR p.ring_road = 'region' OR r.geom IS NULL THEN NULL
      WHEN ST_Distance(r.geom::geography, d.bypass::geography) > r.precision_m
        THEN CASE WHEN ST_Covers(d.ring, r.geom) THEN 'inside' ELSE 'beyond' END
      WHEN p.ring_road = 'inside' THEN 'inside'
      WHEN p.ring_road = 'outside' THEN 'beyond'
      ELSE 'edge'
    END AS "side", p."part_of" AS "part_of", p."predecessor_ids" AS "predecessor_ids", p."successor_ids" AS "successor_ids", r."precision_m" AS "precision_m", r."position_basis" AS "position_basis", r.generalised AS "generalised", r."position_note" AS "position_note", r."position_note_fr" AS "position_note_fr", round(ST_Distance(r.geom::geography, d.reference_point::geography)::numeric, 1)::float8 AS "distance_m", round(ST_Distance(r.geom::geography, d.port_point::geography)::numeric, 1)::float8 AS "port_distance_m", ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'place' AND c.record_id = r.place_id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS "source_ids"
  FROM (
    SELECT r.dataset_id, r.public_geom AS geom, r.possible_span AS possible_span,
      r."id" AS "id", r."place_id" AS "place_id", r."start_edtf" AS "start_edtf", r.start_earliest AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r.end_latest AS "end_latest", r."end_edtf" AS "end_edtf", r."convention" AS "convention", r."bounds_note" AS "bounds_note", r."bounds_note_fr" AS "bounds_note_fr", r."note_en" AS "note_en", r."note_fr" AS "note_fr", public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", CASE WHEN r.disclosure = 'exact' THEN r.position_note END AS "position_note", CASE WHEN r.disclosure = 'exact' THEN r.position_note_fr END AS "position_note_fr",
      r.disclosure <> 'exact' AS "generalised", (extract(year FROM r.start_earliest)::integer + CASE WHEN r.start_earliest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM r.end_latest)::integer + CASE WHEN r.end_latest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year"
    FROM place_phases r WHERE ST_Dimension(r.geom) = 0 AND TRUE
  ) r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  JOIN datasets d ON d.id = r.dataset_id);