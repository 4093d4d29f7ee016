DROP VIEW "public"."public_actors";--> statement-breakpoint
DROP VIEW "public"."public_contradictions";--> statement-breakpoint
DROP VIEW "public"."public_count_records";--> statement-breakpoint
DROP VIEW "public"."public_deaths";--> statement-breakpoint
DROP VIEW "public"."public_movement_records";--> statement-breakpoint
DROP VIEW "public"."public_phase_records";--> statement-breakpoint
DROP VIEW "public"."public_place_records";--> statement-breakpoint
DROP VIEW "public"."public_source_records";--> statement-breakpoint
DROP VIEW "public"."public_story_steps";--> statement-breakpoint
DROP VIEW "public"."attested_places";--> statement-breakpoint
DROP VIEW "public"."public_basemap";--> statement-breakpoint
DROP VIEW "public"."public_counts";--> statement-breakpoint
DROP VIEW "public"."public_events";--> statement-breakpoint
DROP VIEW "public"."public_movements";--> statement-breakpoint
DROP VIEW "public"."public_phases";--> statement-breakpoint
DROP VIEW "public"."public_places";--> statement-breakpoint
DROP VIEW "public"."public_routes";--> statement-breakpoint
DROP VIEW "public"."public_sources";--> statement-breakpoint
-- Texts are one column each from now on, in the languages that the dataset declares. One that it does not declare was
-- filled with copies, which go. A text that is missing in the first language was never there; elsewhere it is left out.
CREATE FUNCTION in_languages(languages json, en text, fr text) RETURNS jsonb LANGUAGE sql IMMUTABLE
RETURN nullif(jsonb_strip_nulls(jsonb_build_object(
  'en', CASE WHEN languages ->> 0 = 'en' THEN en WHEN languages ->> 1 = 'en' THEN nullif(en, '') END,
  'fr', CASE WHEN languages ->> 0 = 'fr' THEN fr WHEN languages ->> 1 = 'fr' THEN nullif(fr, '') END
)), '{}'::jsonb);--> statement-breakpoint
ALTER TABLE "place_phases" RENAME COLUMN "bounds_note" TO "bounds_note_en";--> statement-breakpoint
ALTER TABLE "place_phases" RENAME COLUMN "position_note" TO "position_note_en";--> statement-breakpoint
ALTER TABLE "counts" RENAME COLUMN "counted_by" TO "counted_by_en";--> statement-breakpoint
ALTER TABLE "deaths" RENAME COLUMN "counted_by" TO "counted_by_en";--> statement-breakpoint
ALTER TABLE "actors" ADD COLUMN "label" jsonb;--> statement-breakpoint
UPDATE "actors" SET
  "label" = in_languages(d.declared -> 'languages', "label_en", "label_fr")
  FROM "datasets" d WHERE d.id = dataset_id;--> statement-breakpoint
ALTER TABLE "actors" ALTER COLUMN "label" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "actors" DROP COLUMN "label_en";--> statement-breakpoint
ALTER TABLE "actors" DROP COLUMN "label_fr";--> statement-breakpoint
ALTER TABLE "basemap_features" ADD COLUMN "name" jsonb;--> statement-breakpoint
UPDATE "basemap_features" SET
  "name" = in_languages(d.declared -> 'languages', "name_en", "name_fr")
  FROM "datasets" d WHERE d.id = dataset_id;--> statement-breakpoint
ALTER TABLE "basemap_features" DROP COLUMN "name_en";--> statement-breakpoint
ALTER TABLE "basemap_features" DROP COLUMN "name_fr";--> statement-breakpoint
ALTER TABLE "contradictions" ADD COLUMN "statement" jsonb;--> statement-breakpoint
ALTER TABLE "contradictions" ADD COLUMN "resolution" jsonb;--> statement-breakpoint
UPDATE "contradictions" SET
  "statement" = in_languages(d.declared -> 'languages', "statement_en", "statement_fr"),
  "resolution" = in_languages(d.declared -> 'languages', "resolution_en", "resolution_fr")
  FROM "datasets" d WHERE d.id = dataset_id;--> statement-breakpoint
ALTER TABLE "contradictions" ALTER COLUMN "statement" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "contradictions" ALTER COLUMN "resolution" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "contradictions" DROP COLUMN "statement_en";--> statement-breakpoint
ALTER TABLE "contradictions" DROP COLUMN "statement_fr";--> statement-breakpoint
ALTER TABLE "contradictions" DROP COLUMN "resolution_en";--> statement-breakpoint
ALTER TABLE "contradictions" DROP COLUMN "resolution_fr";--> statement-breakpoint
ALTER TABLE "counts" ADD COLUMN "counted_by" jsonb;--> statement-breakpoint
UPDATE "counts" SET
  "counted_by" = in_languages(d.declared -> 'languages', "counted_by_en", coalesce("counted_by_fr", CASE WHEN d.declared -> 'languages' ->> 0 = 'fr' THEN "counted_by_en" END))
  FROM "datasets" d WHERE d.id = dataset_id;--> statement-breakpoint
ALTER TABLE "counts" ALTER COLUMN "counted_by" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "counts" DROP COLUMN "counted_by_en";--> statement-breakpoint
ALTER TABLE "counts" DROP COLUMN "counted_by_fr";--> statement-breakpoint
ALTER TABLE "deaths" ADD COLUMN "note" jsonb;--> statement-breakpoint
ALTER TABLE "deaths" ADD COLUMN "counted_by" jsonb;--> statement-breakpoint
UPDATE "deaths" SET
  "note" = in_languages(d.declared -> 'languages', "note_en", "note_fr"),
  "counted_by" = in_languages(d.declared -> 'languages', "counted_by_en", coalesce("counted_by_fr", CASE WHEN d.declared -> 'languages' ->> 0 = 'fr' THEN "counted_by_en" END))
  FROM "datasets" d WHERE d.id = dataset_id;--> statement-breakpoint
ALTER TABLE "deaths" ALTER COLUMN "note" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "deaths" ALTER COLUMN "counted_by" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "deaths" DROP COLUMN "note_en";--> statement-breakpoint
ALTER TABLE "deaths" DROP COLUMN "note_fr";--> statement-breakpoint
ALTER TABLE "deaths" DROP COLUMN "counted_by_en";--> statement-breakpoint
ALTER TABLE "deaths" DROP COLUMN "counted_by_fr";--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "title" jsonb;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "summary" jsonb;--> statement-breakpoint
UPDATE "events" SET
  "title" = in_languages(d.declared -> 'languages', "title_en", "title_fr"),
  "summary" = in_languages(d.declared -> 'languages', "summary_en", "summary_fr")
  FROM "datasets" d WHERE d.id = dataset_id;--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "title" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "summary" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "events" DROP COLUMN "title_en";--> statement-breakpoint
ALTER TABLE "events" DROP COLUMN "title_fr";--> statement-breakpoint
ALTER TABLE "events" DROP COLUMN "summary_en";--> statement-breakpoint
ALTER TABLE "events" DROP COLUMN "summary_fr";--> statement-breakpoint
ALTER TABLE "movements" ADD COLUMN "note" jsonb;--> statement-breakpoint
UPDATE "movements" SET
  "note" = in_languages(d.declared -> 'languages', "note_en", "note_fr")
  FROM "datasets" d WHERE d.id = dataset_id;--> statement-breakpoint
ALTER TABLE "movements" ALTER COLUMN "note" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "movements" DROP COLUMN "note_en";--> statement-breakpoint
ALTER TABLE "movements" DROP COLUMN "note_fr";--> statement-breakpoint
ALTER TABLE "phases" ADD COLUMN "title" jsonb;--> statement-breakpoint
ALTER TABLE "phases" ADD COLUMN "summary" jsonb;--> statement-breakpoint
UPDATE "phases" SET
  "title" = in_languages(d.declared -> 'languages', "title_en", "title_fr"),
  "summary" = in_languages(d.declared -> 'languages', "summary_en", "summary_fr")
  FROM "datasets" d WHERE d.id = dataset_id;--> statement-breakpoint
ALTER TABLE "phases" ALTER COLUMN "title" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "phases" ALTER COLUMN "summary" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "phases" DROP COLUMN "title_en";--> statement-breakpoint
ALTER TABLE "phases" DROP COLUMN "title_fr";--> statement-breakpoint
ALTER TABLE "phases" DROP COLUMN "summary_en";--> statement-breakpoint
ALTER TABLE "phases" DROP COLUMN "summary_fr";--> statement-breakpoint
ALTER TABLE "place_phases" ADD COLUMN "note" jsonb;--> statement-breakpoint
ALTER TABLE "place_phases" ADD COLUMN "bounds_note" jsonb;--> statement-breakpoint
ALTER TABLE "place_phases" ADD COLUMN "position_note" jsonb;--> statement-breakpoint
UPDATE "place_phases" SET
  "note" = in_languages(d.declared -> 'languages', "note_en", "note_fr"),
  "bounds_note" = in_languages(d.declared -> 'languages', "bounds_note_en", coalesce("bounds_note_fr", CASE WHEN d.declared -> 'languages' ->> 0 = 'fr' THEN "bounds_note_en" END)),
  "position_note" = in_languages(d.declared -> 'languages', "position_note_en", coalesce("position_note_fr", CASE WHEN d.declared -> 'languages' ->> 0 = 'fr' THEN "position_note_en" END))
  FROM "datasets" d WHERE d.id = dataset_id;--> statement-breakpoint
ALTER TABLE "place_phases" DROP COLUMN "note_en";--> statement-breakpoint
ALTER TABLE "place_phases" DROP COLUMN "note_fr";--> statement-breakpoint
ALTER TABLE "place_phases" DROP COLUMN "bounds_note_en";--> statement-breakpoint
ALTER TABLE "place_phases" DROP COLUMN "bounds_note_fr";--> statement-breakpoint
ALTER TABLE "place_phases" DROP COLUMN "position_note_en";--> statement-breakpoint
ALTER TABLE "place_phases" DROP COLUMN "position_note_fr";--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "name" jsonb;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "description" jsonb;--> statement-breakpoint
UPDATE "places" SET
  "name" = in_languages(d.declared -> 'languages', "name_en", "name_fr"),
  "description" = in_languages(d.declared -> 'languages', "description_en", "description_fr")
  FROM "datasets" d WHERE d.id = dataset_id;--> statement-breakpoint
ALTER TABLE "places" ALTER COLUMN "name" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "places" ALTER COLUMN "description" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "places" DROP COLUMN "name_en";--> statement-breakpoint
ALTER TABLE "places" DROP COLUMN "name_fr";--> statement-breakpoint
ALTER TABLE "places" DROP COLUMN "description_en";--> statement-breakpoint
ALTER TABLE "places" DROP COLUMN "description_fr";--> statement-breakpoint
ALTER TABLE "story_steps" ADD COLUMN "title" jsonb;--> statement-breakpoint
ALTER TABLE "story_steps" ADD COLUMN "text" jsonb;--> statement-breakpoint
UPDATE "story_steps" SET
  "title" = in_languages(d.declared -> 'languages', "title_en", "title_fr"),
  "text" = in_languages(d.declared -> 'languages', "text_en", "text_fr")
  FROM "datasets" d WHERE d.id = dataset_id;--> statement-breakpoint
ALTER TABLE "story_steps" ALTER COLUMN "title" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "story_steps" ALTER COLUMN "text" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "story_steps" DROP COLUMN "title_en";--> statement-breakpoint
ALTER TABLE "story_steps" DROP COLUMN "title_fr";--> statement-breakpoint
ALTER TABLE "story_steps" DROP COLUMN "text_en";--> statement-breakpoint
ALTER TABLE "story_steps" DROP COLUMN "text_fr";--> statement-breakpoint
DROP FUNCTION in_languages(json, text, text);--> statement-breakpoint
-- The same of what datasets declare.
CREATE FUNCTION in_languages(part json, languages text[]) RETURNS json LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF json_typeof(part) = 'object' THEN
    IF (SELECT array_agg(key ORDER BY key) FROM json_object_keys(part) key) = ARRAY['en', 'fr'] THEN
      RETURN (SELECT json_object_agg(language, part -> language ORDER BY place)
        FROM unnest(languages) WITH ORDINALITY spoken(language, place));
    END IF;
    RETURN coalesce((SELECT json_object_agg(key, in_languages(value, languages)) FROM json_each(part)), '{}');
  ELSIF json_typeof(part) = 'array' THEN
    RETURN coalesce((SELECT json_agg(in_languages(value, languages)) FROM json_array_elements(part)), '[]');
  END IF;
  RETURN part;
END
$$;--> statement-breakpoint
UPDATE "datasets" SET
  "separation" = in_languages(separation, languages),
  "declared" = in_languages(declared, languages)
  FROM (SELECT d.id AS of_id, ARRAY(SELECT json_array_elements_text(d.declared -> 'languages')) AS languages FROM "datasets" d) spoken
  WHERE of_id = id;--> statement-breakpoint
DROP FUNCTION in_languages(json, text[]);--> statement-breakpoint
-- Words by which records are found: folded by whoever writes them from now on, as those of events are. Of what is there
-- already, which is in English and French, by the function that was asked until now; it goes.
CREATE FUNCTION words_of(VARIADIC texts text[]) RETURNS tsvector LANGUAGE sql
RETURN array_to_tsvector(ARRAY(SELECT DISTINCT left(word, 200) FROM regexp_split_to_table(
  fold_accents(array_to_string(texts, ' ')), '[^[:alnum:]]+') word WHERE word <> ''));--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "words" "tsvector";--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "name_words" "tsvector";--> statement-breakpoint
UPDATE "places" SET
  "words" = words_of((SELECT string_agg(value, ' ') FROM jsonb_each_text("name")), array_to_string("other_names", ' '), (SELECT string_agg(value, ' ') FROM jsonb_each_text("description"))),
  "name_words" = words_of((SELECT string_agg(value, ' ') FROM jsonb_each_text("name")));--> statement-breakpoint
ALTER TABLE "places" ALTER COLUMN "words" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "places" ALTER COLUMN "name_words" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "place_phases" ADD COLUMN "words" "tsvector";--> statement-breakpoint
UPDATE "place_phases" SET
  "words" = words_of((SELECT string_agg(value, ' ') FROM jsonb_each_text("note")));--> statement-breakpoint
ALTER TABLE "place_phases" ALTER COLUMN "words" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "movements" ADD COLUMN "words" "tsvector";--> statement-breakpoint
UPDATE "movements" SET
  "words" = words_of("people_note", (SELECT string_agg(value, ' ') FROM jsonb_each_text("note")));--> statement-breakpoint
ALTER TABLE "movements" ALTER COLUMN "words" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "counts" ADD COLUMN "words" "tsvector";--> statement-breakpoint
UPDATE "counts" SET
  "words" = words_of((SELECT string_agg(value, ' ') FROM jsonb_each_text("counted_by")), "method", "quality_note");--> statement-breakpoint
ALTER TABLE "counts" ALTER COLUMN "words" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "words" "tsvector";--> statement-breakpoint
UPDATE "sources" SET
  "words" = words_of("title", "publisher", "url", "note");--> statement-breakpoint
ALTER TABLE "sources" ALTER COLUMN "words" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "phases" ADD COLUMN "words" "tsvector";--> statement-breakpoint
UPDATE "phases" SET
  "words" = words_of((SELECT string_agg(value, ' ') FROM jsonb_each_text("title")), (SELECT string_agg(value, ' ') FROM jsonb_each_text("summary")));--> statement-breakpoint
ALTER TABLE "phases" ALTER COLUMN "words" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "basemap_features" ADD COLUMN "words" "tsvector";--> statement-breakpoint
UPDATE "basemap_features" SET
  "words" = words_of((SELECT string_agg(value, ' ') FROM jsonb_each_text("name")), "position_note");--> statement-breakpoint
ALTER TABLE "basemap_features" ALTER COLUMN "words" SET NOT NULL;--> statement-breakpoint
DROP FUNCTION words_of(text[]);--> statement-breakpoint
DROP FUNCTION fold_accents(text);--> statement-breakpoint
-- For CASEI and ACCENTI of CQL2, of any script. lower() alone leaves capitals with accents in a database of locale C; what
-- it makes of a dotted I, of a sharp s and of a sigma is made one (full case folding of Unicode). Without ICU, as far as the
-- database itself goes.
DO $do$
DECLARE
  collated text := coalesce((SELECT ' COLLATE ' || quote_ident(collname) FROM pg_collation
    WHERE collname IN ('und-x-icu', 'pg_c_utf8') ORDER BY collname DESC LIMIT 1), '');
BEGIN
  EXECUTE 'CREATE FUNCTION fold_case(source text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    replace(replace(replace(lower(source' || collated || '), U&''i\0307'', ''i''), ''ß'', ''ss''), ''ς'', ''σ'')';
END
$do$;--> statement-breakpoint
-- Takes out the marks that foldText of the model takes out (MARKS there); the letters stay, composed.
CREATE FUNCTION fold_marks(source text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN normalize(regexp_replace(normalize(source, NFD), '[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u0816-\u0819\u081b-\u0823\u0825-\u0827\u0829-\u082d\u0897-\u089f\u08ca-\u08e1\u08e3-\u08ff\u0951-\u0954\u135d-\u135f\u1ab0-\u1abd\u1abf-\u1add\u1ae0-\u1aeb\u1cd0-\u1cd2\u1cd4-\u1ce0\u1ce2-\u1ce8\u1ced\u1cf4\u1cf8-\u1cf9\u1dc0-\u1dff\u20d0-\u20dc\u20e1\u20e5-\u20f0\u2cef-\u2cf1\u2de0-\u2dff\u302a-\u302d\ua66f\ua674-\ua67d\ua69e-\ua69f\ufb1e\ufe00-\ufe0f\ufe20-\ufe2f\U000101fd\U000102e0\U00010efa-\U00010eff\U0001133b\U0001cf00-\U0001cf2d\U0001cf30-\U0001cf46\U0001d167-\U0001d169\U0001d17b-\U0001d182\U0001d185-\U0001d18b\U0001d1aa-\U0001d1ad\U0001e08f\U000e0100-\U000e01ef]', '', 'g'), NFC);--> statement-breakpoint
ALTER TABLE "events" DROP COLUMN "position_note";--> statement-breakpoint
CREATE VIEW "public"."public_actors" AS (select "dataset_id", "id", "label" from "actors");--> statement-breakpoint
CREATE VIEW "public"."public_contradictions" AS (select "dataset_id", "id", "subject_ids", "topic", "statement", "resolution" from "contradictions");--> statement-breakpoint
CREATE VIEW "public"."public_count_records" AS (select "dataset_id", "id", "place_id", "edtf", "earliest", "latest", "low", "best", "high", "measure", "counted_by", "counted_by_kind", "method", "quality_note", "words" from "counts");--> statement-breakpoint
CREATE VIEW "public"."public_deaths" AS (select "dataset_id", "id", "place_id", "edtf", "earliest", "latest", "scope", "low", "best", "high", "cause_class", "counted_by", "counted_by_kind", "note" from "deaths");--> statement-breakpoint
CREATE VIEW "public"."public_movement_records" AS (select "dataset_id", "id", "from_id", "to_id", "start_earliest", "start_latest", "end_earliest", "end_latest", "edtf", "people_low", "people_high", "people_note", "agency", "confidence", "note", "words", "possible_span" from "movements");--> statement-breakpoint
CREATE VIEW "public"."public_phase_records" AS (select "dataset_id", "id", "title", "start_day", "until_day", "summary", "words" from "phases");--> statement-breakpoint
CREATE VIEW "public"."public_place_records" AS (select "dataset_id", "id", "name", "other_names", "kind", "description", "end_reason", "ring_road", "part_of", "predecessor_ids", "successor_ids", "words", "name_words" from "places");--> statement-breakpoint
CREATE VIEW "public"."public_source_records" AS (select "dataset_id", "id", "title", "publisher", "url", "published", "lang", "kind", "note", "link_status", "link_checked_on", "words" from "sources");--> statement-breakpoint
CREATE VIEW "public"."public_story_steps" AS (select "dataset_id", "position", "id", "title", "date", "window_start", "window_until", "place_id", "zoom", "text", "event_ids" from "story_steps");--> statement-breakpoint
CREATE VIEW "public"."attested_places" AS (
  SELECT r.dataset_id, r.id, r.geom, r.possible_span, r.attributes, p.words, p.kind = ANY (d.site_kinds) AS is_site,
    r."place_id" AS "place_id", p."name" AS "name", p."other_names" AS "other_names", p."kind" AS "kind", p."description" AS "description", r."start_edtf" AS "start_edtf", r."end_edtf" AS "end_edtf", r."start_earliest" AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r."end_latest" AS "end_latest", r.start_year AS "start_year", r.end_year AS "end_year", p."end_reason" AS "end_reason", r."convention" AS "convention", r."bounds_note" AS "bounds_note", p."ring_road" AS "ring_road", CASE
      WHEN d.separating_line IS NULL OR p.ring_road = 'region' OR r.geom IS NULL THEN NULL
      WHEN ST_Distance(r.geom::geography, d.separating_line::geography) > r.precision_m
        THEN CASE WHEN ST_Covers(d.ring, r.geom) THEN 'inside' ELSE 'beyond' END
      WHEN p.ring_road = 'inside' THEN 'inside'
      WHEN p.ring_road = 'outside' THEN 'beyond'
      ELSE 'edge'
    END AS "side", p."part_of" AS "part_of", p."predecessor_ids" AS "predecessor_ids", p."successor_ids" AS "successor_ids", r."precision_m" AS "precision_m", r."position_basis" AS "position_basis", r.generalised AS "generalised", r."position_note" AS "position_note", round(
      ST_Distance(r.geom::geography, d.reference_point::geography)::numeric, least(0, metre_decimals(r.precision_m))
    )::float8 AS "distance_m", round(
      ST_Distance(r.geom::geography, d.further_point::geography)::numeric, least(0, metre_decimals(r.precision_m))
    )::float8 AS "port_distance_m", ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'place' AND c.record_id = r.place_id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS "source_ids"
  FROM (
    SELECT r.dataset_id, r.public_geom AS geom, r.attested_span AS possible_span,
      r."id" AS "id", r."place_id" AS "place_id", r."start_edtf" AS "start_edtf", lower(r.attested_span) AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", (upper(r.attested_span) - 1) AS "end_latest", r."end_edtf" AS "end_edtf", r."convention" AS "convention", r."bounds_note" AS "bounds_note", r."note" AS "note", public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", CASE WHEN r.disclosure = 'exact' THEN r.position_note END AS "position_note",
      r.disclosure <> 'exact' AS "generalised", (extract(year FROM lower(r.attested_span))::integer + CASE WHEN lower(r.attested_span) < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM (upper(r.attested_span) - 1))::integer + CASE WHEN (upper(r.attested_span) - 1) < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year", CASE WHEN r.disclosure = 'exact' THEN r.attributes END AS "attributes"
    FROM place_phases r WHERE ST_Dimension(r.geom) = 0 AND NOT isempty(r.attested_span)
  ) r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  JOIN datasets d ON d.id = r.dataset_id);--> statement-breakpoint
CREATE VIEW "public"."public_basemap" AS (
  SELECT r.dataset_id, r.id, r.position, r.public_geom AS geom,
    CASE WHEN r.disclosure = 'exact' THEN r.words ELSE ''::tsvector END AS words,
    r."class" AS "class", r."name" AS "name", r."min_zoom" AS "min_zoom", public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", CASE WHEN r.disclosure = 'exact' THEN r.position_note END AS "note", ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'basemap' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS "source_ids", NULL::date AS start_earliest, NULL::date AS start_latest, NULL::date AS end_earliest,
    NULL::date AS end_latest, NULL::daterange AS possible_span, NULL::integer AS start_year, NULL::integer AS end_year
  FROM basemap_features r);--> statement-breakpoint
CREATE VIEW "public"."public_counts" AS (
  WITH points AS (
  SELECT DISTINCT ON (r.dataset_id, r.place_id) r.dataset_id, r.place_id, r.public_geom AS geom,
    public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", r.disclosure <> 'exact' AS "generalised"
  FROM place_phases r WHERE ST_Dimension(r.geom) = 0
  ORDER BY r.dataset_id, r.place_id, r.start_earliest NULLS FIRST, r.id)
  SELECT r.dataset_id, r.id, q.geom, daterange(r.earliest, r.latest, '[]') AS possible_span,
    p.name_words || r.words AS words,
    r."place_id" AS "place_id", p.name AS "place_name", r."edtf" AS "edtf", r.earliest AS "start_earliest", r.latest AS "start_latest", r.earliest AS "end_earliest", r.latest AS "end_latest", (extract(year FROM r.earliest)::integer + CASE WHEN r.earliest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM r.latest)::integer + CASE WHEN r.latest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year", r."low" AS "low", r."best" AS "best", r."high" AS "high", r."measure" AS "measure", r."counted_by" AS "counted_by", r."counted_by_kind" AS "counted_by_kind", r."method" AS "method", r."quality_note" AS "quality_note", q.precision_m AS "precision_m", q.position_basis AS "position_basis", q.generalised AS "generalised", ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'count' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS "source_ids"
  FROM counts r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  LEFT JOIN points q ON q.dataset_id = r.dataset_id AND q.place_id = r.place_id);--> statement-breakpoint
CREATE VIEW "public"."public_events" AS (
  SELECT r.dataset_id, r.id, r.public_geom AS geom, r.possible_span, r.words, CASE WHEN r.disclosure = 'exact' THEN r.attributes END AS "attributes",
    r."title" AS "title", r."summary" AS "summary", r."category" AS "category", r."certainty" AS "certainty", r."edtf" AS "edtf", r."start_earliest" AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r."end_latest" AS "end_latest", (extract(year FROM r.start_earliest)::integer + CASE WHEN r.start_earliest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM r.end_latest)::integer + CASE WHEN r.end_latest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year", r."start_time" AS "start_time", r."end_time" AS "end_time", r."date_precision" AS "date_precision", r."place_id" AS "place_id", p.name AS "place_name", r."people_low" AS "people_low", r."people_high" AS "people_high", r."people_note" AS "people_note", r."actor_ids" AS "actors", r."account_paragraph" AS "account_paragraph", r."sensitivity" AS "sensitivity", public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", r.disclosure <> 'exact' AS "generalised", r."source_ids" AS "source_ids"
  FROM events r
  LEFT JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id);--> statement-breakpoint
CREATE VIEW "public"."public_movements" AS (
  WITH points AS (
  SELECT DISTINCT ON (r.dataset_id, r.place_id) r.dataset_id, r.place_id, r.public_geom AS geom,
    public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", r.disclosure <> 'exact' AS "generalised"
  FROM place_phases r WHERE ST_Dimension(r.geom) = 0
  ORDER BY r.dataset_id, r.place_id, r.start_earliest NULLS FIRST, r.id)
  SELECT r.dataset_id, r.id, r.possible_span, a.name_words || b.name_words || r.words AS words,
    rounded_geometry(
      ST_MakeLine(f.geom, t.geom), coordinate_decimals(greatest(f.precision_m, t.precision_m))
    ) AS geom,
    r."from_id" AS "from_id", a.name AS "from_name", r."to_id" AS "to_id", b.name AS "to_name", r."edtf" AS "edtf", r."start_earliest" AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r."end_latest" AS "end_latest", (extract(year FROM r.start_earliest)::integer + CASE WHEN r.start_earliest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM r.end_latest)::integer + CASE WHEN r.end_latest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year", r."people_low" AS "people_low", r."people_high" AS "people_high", r."people_note" AS "people_note", r."agency" AS "agency", r."confidence" AS "confidence", r."note" AS "note", CASE WHEN f.geom IS NOT NULL AND t.geom IS NOT NULL THEN greatest(f.precision_m, t.precision_m) END AS "precision_m", (coalesce(f.generalised, FALSE) OR coalesce(t.generalised, FALSE)) AS "generalised", ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'movement' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS "source_ids"
  FROM movements r
  JOIN places a ON a.dataset_id = r.dataset_id AND a.id = r.from_id
  JOIN places b ON b.dataset_id = r.dataset_id AND b.id = r.to_id
  LEFT JOIN points f ON f.dataset_id = r.dataset_id AND f.place_id = r.from_id
  LEFT JOIN points t ON t.dataset_id = r.dataset_id AND t.place_id = r.to_id);--> statement-breakpoint
CREATE VIEW "public"."public_phases" AS (
  SELECT r.dataset_id, r.id, NULL::geometry AS geom, daterange(r.start_day, r.until_day) AS possible_span, r.words,
    r."title" AS "title", r."summary" AS "summary", r.start_day AS "start_earliest", r.start_day AS "start_latest", (r.until_day - 1) AS "end_earliest", (r.until_day - 1) AS "end_latest", (extract(year FROM r.start_day)::integer + CASE WHEN r.start_day < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM (r.until_day - 1))::integer + CASE WHEN (r.until_day - 1) < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year", ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'phase' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS "source_ids"
  FROM phases r);--> statement-breakpoint
CREATE VIEW "public"."public_places" AS (
  SELECT r.dataset_id, r.id, r.geom, r.possible_span, r.attributes, p.words, p.kind = ANY (d.site_kinds) AS is_site,
    r."place_id" AS "place_id", p."name" AS "name", p."other_names" AS "other_names", p."kind" AS "kind", p."description" AS "description", r."start_edtf" AS "start_edtf", r."end_edtf" AS "end_edtf", r."start_earliest" AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r."end_latest" AS "end_latest", r.start_year AS "start_year", r.end_year AS "end_year", p."end_reason" AS "end_reason", r."convention" AS "convention", r."bounds_note" AS "bounds_note", p."ring_road" AS "ring_road", CASE
      WHEN d.separating_line IS NULL OR p.ring_road = 'region' OR r.geom IS NULL THEN NULL
      WHEN ST_Distance(r.geom::geography, d.separating_line::geography) > r.precision_m
        THEN CASE WHEN ST_Covers(d.ring, r.geom) THEN 'inside' ELSE 'beyond' END
      WHEN p.ring_road = 'inside' THEN 'inside'
      WHEN p.ring_road = 'outside' THEN 'beyond'
      ELSE 'edge'
    END AS "side", p."part_of" AS "part_of", p."predecessor_ids" AS "predecessor_ids", p."successor_ids" AS "successor_ids", r."precision_m" AS "precision_m", r."position_basis" AS "position_basis", r.generalised AS "generalised", r."position_note" AS "position_note", round(
      ST_Distance(r.geom::geography, d.reference_point::geography)::numeric, least(0, metre_decimals(r.precision_m))
    )::float8 AS "distance_m", round(
      ST_Distance(r.geom::geography, d.further_point::geography)::numeric, least(0, metre_decimals(r.precision_m))
    )::float8 AS "port_distance_m", ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'place' AND c.record_id = r.place_id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS "source_ids"
  FROM (
    SELECT r.dataset_id, r.public_geom AS geom, r.possible_span AS possible_span,
      r."id" AS "id", r."place_id" AS "place_id", r."start_edtf" AS "start_edtf", r.start_earliest AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r.end_latest AS "end_latest", r."end_edtf" AS "end_edtf", r."convention" AS "convention", r."bounds_note" AS "bounds_note", r."note" AS "note", public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", CASE WHEN r.disclosure = 'exact' THEN r.position_note END AS "position_note",
      r.disclosure <> 'exact' AS "generalised", (extract(year FROM r.start_earliest)::integer + CASE WHEN r.start_earliest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM r.end_latest)::integer + CASE WHEN r.end_latest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year", CASE WHEN r.disclosure = 'exact' THEN r.attributes END AS "attributes"
    FROM place_phases r WHERE ST_Dimension(r.geom) = 0 AND TRUE
  ) r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  JOIN datasets d ON d.id = r.dataset_id);--> statement-breakpoint
CREATE VIEW "public"."public_routes" AS (
  SELECT r.dataset_id, r.id, r.public_geom AS geom, r.possible_span, p.name_words || r.words AS words, CASE WHEN r.disclosure = 'exact' THEN r.attributes END AS "attributes",
    r."place_id" AS "place_id", p."name" AS "name", p."kind" AS "kind", r."start_edtf" AS "start_edtf", r."end_edtf" AS "end_edtf", r."start_earliest" AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r."end_latest" AS "end_latest", (extract(year FROM r.start_earliest)::integer + CASE WHEN r.start_earliest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM r.end_latest)::integer + CASE WHEN r.end_latest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year", public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", r.disclosure <> 'exact' AS "generalised", r."note" AS "note", ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'place-phase' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS "source_ids"
  FROM place_phases r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  WHERE ST_Dimension(r.geom) > 0);--> statement-breakpoint
CREATE VIEW "public"."public_sources" AS (
  SELECT r.dataset_id, r.id, NULL::geometry AS geom, r.words, r."title" AS "title", r."publisher" AS "publisher", r."url" AS "url", r."published" AS "published", r."lang" AS "lang", r."kind" AS "kind", r."note" AS "note", r."link_status" AS "link_status", r."link_checked_on" AS "link_checked_on", NULL::date AS start_earliest, NULL::date AS start_latest, NULL::date AS end_earliest,
    NULL::date AS end_latest, NULL::daterange AS possible_span, NULL::integer AS start_year, NULL::integer AS end_year
  FROM sources r);