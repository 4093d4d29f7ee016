CREATE TABLE "actors" (
	"dataset_id" text NOT NULL,
	"id" text NOT NULL,
	"label_en" text NOT NULL,
	"label_fr" text NOT NULL,
	CONSTRAINT "actors_dataset_id_id_pk" PRIMARY KEY("dataset_id","id")
);
--> statement-breakpoint
CREATE TABLE "citations" (
	"dataset_id" text NOT NULL,
	"record_kind" text NOT NULL,
	"record_id" text NOT NULL,
	"attribute" text DEFAULT '' NOT NULL,
	"source_id" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "citations_dataset_id_record_kind_record_id_attribute_source_id_pk" PRIMARY KEY("dataset_id","record_kind","record_id","attribute","source_id"),
	CONSTRAINT "citations_record_kind" CHECK ("citations"."record_kind" IN ('place', 'place-phase', 'event', 'movement', 'count', 'death', 'contradiction', 'phase', 'story-step', 'basemap'))
);
--> statement-breakpoint
CREATE TABLE "datasets" (
	"id" text PRIMARY KEY NOT NULL,
	"version_number" integer NOT NULL,
	"version_label" text NOT NULL,
	"content_hash" text NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"title_en" text NOT NULL,
	"title_fr" text NOT NULL,
	"description_en" text NOT NULL,
	"description_fr" text NOT NULL,
	"attribution_en" text NOT NULL,
	"attribution_fr" text NOT NULL,
	"credit_en" text NOT NULL,
	"credit_fr" text NOT NULL,
	"licences" jsonb NOT NULL,
	"words" jsonb NOT NULL,
	"opening_day" date NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"extent" jsonb NOT NULL,
	"home" jsonb NOT NULL,
	"reference_place_id" text NOT NULL,
	"port_place_id" text,
	"bypass_outline_ids" text[] NOT NULL,
	"ring" geometry(Geometry, 4326) NOT NULL,
	"reference_point" geometry(Geometry, 4326),
	"port_point" geometry(Geometry, 4326),
	"bypass" geometry(Geometry, 4326)
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"dataset_id" text NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"publisher" text NOT NULL,
	"url" text,
	"published" text,
	"lang" text NOT NULL,
	"kind" text NOT NULL,
	"note" text,
	"link_status" text,
	"link_checked_on" date,
	CONSTRAINT "sources_dataset_id_id_pk" PRIMARY KEY("dataset_id","id"),
	CONSTRAINT "sources_kind" CHECK ("sources"."kind" IN ('press', 'agency-copy', 'activist', 'ngo', 'state', 'court', 'parliament', 'academic', 'encyclopedia', 'blog', 'social', 'partisan', 'union', 'data')),
	CONSTRAINT "sources_link_status" CHECK ("sources"."link_status" IN ('alive', 'dead', 'unclear'))
);
--> statement-breakpoint
CREATE TABLE "basemap_features" (
	"dataset_id" text NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"class" text NOT NULL,
	"name_en" text,
	"name_fr" text,
	"min_zoom" integer NOT NULL,
	"geom" geometry(Geometry, 4326) NOT NULL,
	"precision_m" double precision,
	"position_basis" text,
	"position_note" text,
	"disclosure" text DEFAULT 'exact' NOT NULL,
	CONSTRAINT "basemap_features_dataset_id_id_pk" PRIMARY KEY("dataset_id","id"),
	CONSTRAINT "basemap_features_class" CHECK ("basemap_features"."class" IN ('land', 'sea', 'town', 'water', 'canal', 'rail', 'motorway', 'trunk', 'street', 'station', 'label')),
	CONSTRAINT "basemap_features_position_has_quality" CHECK ("basemap_features"."geom" IS NULL OR ("basemap_features"."precision_m" IS NOT NULL AND "basemap_features"."precision_m" >= 0 AND "basemap_features"."position_basis" IS NOT NULL)),
	CONSTRAINT "basemap_features_geometry_is_valid" CHECK (ST_IsValid("basemap_features"."geom")),
	CONSTRAINT "basemap_features_position_basis" CHECK ("basemap_features"."position_basis" IN ('measured', 'constrained', 'estimated')),
	CONSTRAINT "basemap_features_disclosure" CHECK ("basemap_features"."disclosure" IN ('exact', '100m', '1km', 'hidden'))
);
--> statement-breakpoint
CREATE TABLE "contradictions" (
	"dataset_id" text NOT NULL,
	"id" text NOT NULL,
	"subject_ids" text[] NOT NULL,
	"topic" text NOT NULL,
	"statement_en" text NOT NULL,
	"statement_fr" text NOT NULL,
	"resolution_en" text NOT NULL,
	"resolution_fr" text NOT NULL,
	CONSTRAINT "contradictions_dataset_id_id_pk" PRIMARY KEY("dataset_id","id"),
	CONSTRAINT "contradictions_topic" CHECK ("contradictions"."topic" IN ('date', 'place', 'number', 'cause', 'other'))
);
--> statement-breakpoint
CREATE TABLE "phases" (
	"dataset_id" text NOT NULL,
	"id" text NOT NULL,
	"title_en" text NOT NULL,
	"title_fr" text NOT NULL,
	"summary_en" text NOT NULL,
	"summary_fr" text NOT NULL,
	"start_day" date NOT NULL,
	"until_day" date NOT NULL,
	CONSTRAINT "phases_dataset_id_id_pk" PRIMARY KEY("dataset_id","id"),
	CONSTRAINT "phases_last_a_day" CHECK ("phases"."start_day" < "phases"."until_day")
);
--> statement-breakpoint
CREATE TABLE "story_steps" (
	"dataset_id" text NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"title_en" text NOT NULL,
	"title_fr" text NOT NULL,
	"text_en" text NOT NULL,
	"text_fr" text NOT NULL,
	"date" date NOT NULL,
	"window_start" date NOT NULL,
	"window_until" date NOT NULL,
	"place_id" text NOT NULL,
	"zoom" double precision NOT NULL,
	"event_ids" text[] NOT NULL,
	CONSTRAINT "story_steps_dataset_id_id_pk" PRIMARY KEY("dataset_id","id"),
	CONSTRAINT "story_steps_last_a_day" CHECK ("story_steps"."window_start" < "story_steps"."window_until")
);
--> statement-breakpoint
CREATE TABLE "place_phases" (
	"dataset_id" text NOT NULL,
	"id" text NOT NULL,
	"place_id" text NOT NULL,
	"geom" geometry(Geometry, 4326) NOT NULL,
	"precision_m" double precision,
	"position_basis" text,
	"position_note" text,
	"disclosure" text DEFAULT 'exact' NOT NULL,
	"start_earliest" date,
	"start_latest" date,
	"end_earliest" date,
	"end_latest" date,
	"possible_span" daterange GENERATED ALWAYS AS (daterange(start_earliest, end_latest, '[]')) STORED NOT NULL,
	"start_edtf" text,
	"end_edtf" text,
	"bounds_note" text,
	"note_en" text,
	"note_fr" text,
	CONSTRAINT "place_phases_dataset_id_id_pk" PRIMARY KEY("dataset_id","id"),
	CONSTRAINT "place_phases_days_are_ordered" CHECK (("place_phases"."start_earliest" IS NULL OR "place_phases"."start_latest" IS NULL OR "place_phases"."start_earliest" <= "place_phases"."start_latest") AND ("place_phases"."end_earliest" IS NULL OR "place_phases"."end_latest" IS NULL OR "place_phases"."end_earliest" <= "place_phases"."end_latest") AND ("place_phases"."start_earliest" IS NULL OR "place_phases"."end_latest" IS NULL OR "place_phases"."start_earliest" <= "place_phases"."end_latest") AND ("place_phases"."start_earliest" IS NULL OR "place_phases"."end_earliest" IS NULL OR "place_phases"."start_earliest" <= "place_phases"."end_earliest") AND ("place_phases"."start_latest" IS NULL OR "place_phases"."end_latest" IS NULL OR "place_phases"."start_latest" <= "place_phases"."end_latest")),
	CONSTRAINT "place_phases_position_has_quality" CHECK ("place_phases"."geom" IS NULL OR ("place_phases"."precision_m" IS NOT NULL AND "place_phases"."precision_m" >= 0 AND "place_phases"."position_basis" IS NOT NULL)),
	CONSTRAINT "place_phases_geometry_is_valid" CHECK (ST_IsValid("place_phases"."geom")),
	CONSTRAINT "place_phases_position_basis" CHECK ("place_phases"."position_basis" IN ('measured', 'constrained', 'estimated')),
	CONSTRAINT "place_phases_disclosure" CHECK ("place_phases"."disclosure" IN ('exact', '100m', '1km', 'hidden'))
);
--> statement-breakpoint
CREATE TABLE "places" (
	"dataset_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"name_en" text NOT NULL,
	"name_fr" text NOT NULL,
	"other_names" text[] NOT NULL,
	"description_en" text NOT NULL,
	"description_fr" text NOT NULL,
	"end_reason" text,
	"ring_road" text,
	"part_of" text,
	"predecessor_ids" text[] NOT NULL,
	"successor_ids" text[] NOT NULL,
	"search_en" "tsvector" GENERATED ALWAYS AS (to_tsvector('english'::regconfig, fold_accents(name_en || ' ' || description_en))) STORED NOT NULL,
	"search_fr" "tsvector" GENERATED ALWAYS AS (to_tsvector('french'::regconfig, fold_accents(name_fr || ' ' || description_fr))) STORED NOT NULL,
	CONSTRAINT "places_dataset_id_id_pk" PRIMARY KEY("dataset_id","id"),
	CONSTRAINT "places_kind" CHECK ("places"."kind" IN ('camp', 'squat', 'shelter', 'state-camp', 'day-centre', 'distribution', 'port', 'border-terminal', 'road', 'barrier', 'landmark', 'court', 'detention', 'hospital', 'station', 'region')),
	CONSTRAINT "places_ring_road" CHECK ("places"."ring_road" IN ('inside', 'outside', 'edge', 'region')),
	CONSTRAINT "places_is_not_part_of_itself" CHECK ("places"."part_of" <> "places"."id")
);
--> statement-breakpoint
CREATE TABLE "counts" (
	"dataset_id" text NOT NULL,
	"id" text NOT NULL,
	"place_id" text NOT NULL,
	"edtf" text NOT NULL,
	"earliest" date NOT NULL,
	"latest" date NOT NULL,
	"low" integer,
	"best" integer,
	"high" integer,
	"counted_by" text NOT NULL,
	"counted_by_kind" text NOT NULL,
	"measure" text NOT NULL,
	"method" text NOT NULL,
	"quality_note" text,
	CONSTRAINT "counts_dataset_id_id_pk" PRIMARY KEY("dataset_id","id"),
	CONSTRAINT "counts_days_are_ordered" CHECK ("counts"."earliest" <= "counts"."latest"),
	CONSTRAINT "counts_numbers_are_ordered" CHECK ("counts"."low" <= "counts"."best" AND "counts"."best" <= "counts"."high" AND "counts"."low" <= "counts"."high"),
	CONSTRAINT "counts_has_a_number" CHECK (num_nonnulls("counts"."low", "counts"."best", "counts"."high") > 0),
	CONSTRAINT "counts_counted_by_kind" CHECK ("counts"."counted_by_kind" IN ('state', 'ngo', 'activist', 'press', 'police-union', 'researcher')),
	CONSTRAINT "counts_measure" CHECK ("counts"."measure" IN ('present', 'present-minors', 'present-minors-alone', 'capacity', 'meals', 'displaced', 'arrested', 'departures', 'cumulative'))
);
--> statement-breakpoint
CREATE TABLE "deaths" (
	"dataset_id" text NOT NULL,
	"id" text NOT NULL,
	"place_id" text NOT NULL,
	"edtf" text NOT NULL,
	"earliest" date NOT NULL,
	"latest" date NOT NULL,
	"low" integer,
	"best" integer,
	"high" integer,
	"counted_by" text NOT NULL,
	"counted_by_kind" text NOT NULL,
	"scope" text NOT NULL,
	"cause_class" text NOT NULL,
	"note_en" text NOT NULL,
	"note_fr" text NOT NULL,
	CONSTRAINT "deaths_dataset_id_id_pk" PRIMARY KEY("dataset_id","id"),
	CONSTRAINT "deaths_days_are_ordered" CHECK ("deaths"."earliest" <= "deaths"."latest"),
	CONSTRAINT "deaths_numbers_are_ordered" CHECK ("deaths"."low" <= "deaths"."best" AND "deaths"."best" <= "deaths"."high" AND "deaths"."low" <= "deaths"."high"),
	CONSTRAINT "deaths_has_a_number" CHECK (num_nonnulls("deaths"."low", "deaths"."best", "deaths"."high") > 0),
	CONSTRAINT "deaths_counted_by_kind" CHECK ("deaths"."counted_by_kind" IN ('state', 'ngo', 'activist', 'press', 'police-union', 'researcher')),
	CONSTRAINT "deaths_scope" CHECK ("deaths"."scope" IN ('single', 'total'))
);
--> statement-breakpoint
CREATE TABLE "events" (
	"dataset_id" text NOT NULL,
	"id" text NOT NULL,
	"title_en" text NOT NULL,
	"title_fr" text NOT NULL,
	"summary_en" text NOT NULL,
	"summary_fr" text NOT NULL,
	"category" text NOT NULL,
	"certainty" text NOT NULL,
	"sensitivity" text NOT NULL,
	"edtf" text NOT NULL,
	"date_precision" text,
	"place_id" text,
	"geom" geometry(Geometry, 4326),
	"precision_m" double precision,
	"position_basis" text,
	"position_note" text,
	"disclosure" text DEFAULT 'exact' NOT NULL,
	"start_earliest" date,
	"start_latest" date,
	"end_earliest" date,
	"end_latest" date,
	"possible_span" daterange GENERATED ALWAYS AS (daterange(start_earliest, end_latest, '[]')) STORED NOT NULL,
	"people_low" integer,
	"people_high" integer,
	"people_note" text,
	"actor_ids" text[] NOT NULL,
	"account_paragraph" integer,
	"search_en" "tsvector" GENERATED ALWAYS AS (to_tsvector('english'::regconfig, fold_accents(title_en || ' ' || summary_en))) STORED NOT NULL,
	"search_fr" "tsvector" GENERATED ALWAYS AS (to_tsvector('french'::regconfig, fold_accents(title_fr || ' ' || summary_fr))) STORED NOT NULL,
	CONSTRAINT "events_dataset_id_id_pk" PRIMARY KEY("dataset_id","id"),
	CONSTRAINT "events_days_are_ordered" CHECK (("events"."start_earliest" IS NULL OR "events"."start_latest" IS NULL OR "events"."start_earliest" <= "events"."start_latest") AND ("events"."end_earliest" IS NULL OR "events"."end_latest" IS NULL OR "events"."end_earliest" <= "events"."end_latest") AND ("events"."start_earliest" IS NULL OR "events"."end_latest" IS NULL OR "events"."start_earliest" <= "events"."end_latest") AND ("events"."start_earliest" IS NULL OR "events"."end_earliest" IS NULL OR "events"."start_earliest" <= "events"."end_earliest") AND ("events"."start_latest" IS NULL OR "events"."end_latest" IS NULL OR "events"."start_latest" <= "events"."end_latest")),
	CONSTRAINT "events_position_has_quality" CHECK ("events"."geom" IS NULL OR ("events"."precision_m" IS NOT NULL AND "events"."precision_m" >= 0 AND "events"."position_basis" IS NOT NULL)),
	CONSTRAINT "events_geometry_is_valid" CHECK (ST_IsValid("events"."geom")),
	CONSTRAINT "events_position_basis" CHECK ("events"."position_basis" IN ('measured', 'constrained', 'estimated')),
	CONSTRAINT "events_disclosure" CHECK ("events"."disclosure" IN ('exact', '100m', '1km', 'hidden')),
	CONSTRAINT "events_people_are_ordered" CHECK ("events"."people_low" <= "events"."people_high"),
	CONSTRAINT "events_certainty" CHECK ("events"."certainty" IN ('confirmed', 'reported', 'disputed')),
	CONSTRAINT "events_sensitivity" CHECK ("events"."sensitivity" IN ('none', 'person', 'graphic'))
);
--> statement-breakpoint
CREATE TABLE "movements" (
	"dataset_id" text NOT NULL,
	"id" text NOT NULL,
	"from_id" text NOT NULL,
	"to_id" text NOT NULL,
	"edtf" text NOT NULL,
	"start_earliest" date,
	"start_latest" date,
	"end_earliest" date,
	"end_latest" date,
	"possible_span" daterange GENERATED ALWAYS AS (daterange(start_earliest, end_latest, '[]')) STORED NOT NULL,
	"people_low" integer,
	"people_high" integer,
	"people_note" text,
	"agency" text NOT NULL,
	"confidence" text NOT NULL,
	"note_en" text NOT NULL,
	"note_fr" text NOT NULL,
	CONSTRAINT "movements_dataset_id_id_pk" PRIMARY KEY("dataset_id","id"),
	CONSTRAINT "movements_days_are_ordered" CHECK (("movements"."start_earliest" IS NULL OR "movements"."start_latest" IS NULL OR "movements"."start_earliest" <= "movements"."start_latest") AND ("movements"."end_earliest" IS NULL OR "movements"."end_latest" IS NULL OR "movements"."end_earliest" <= "movements"."end_latest") AND ("movements"."start_earliest" IS NULL OR "movements"."end_latest" IS NULL OR "movements"."start_earliest" <= "movements"."end_latest") AND ("movements"."start_earliest" IS NULL OR "movements"."end_earliest" IS NULL OR "movements"."start_earliest" <= "movements"."end_earliest") AND ("movements"."start_latest" IS NULL OR "movements"."end_latest" IS NULL OR "movements"."start_latest" <= "movements"."end_latest")),
	CONSTRAINT "movements_people_are_ordered" CHECK ("movements"."people_low" <= "movements"."people_high"),
	CONSTRAINT "movements_agency" CHECK ("movements"."agency" IN ('forced', 'under-threat', 'state-organised', 'collective', 'voluntary')),
	CONSTRAINT "movements_confidence" CHECK ("movements"."confidence" IN ('stated', 'inferred'))
);
--> statement-breakpoint
ALTER TABLE "actors" ADD CONSTRAINT "actors_dataset_id_datasets_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."datasets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citations" ADD CONSTRAINT "citations_dataset_id_datasets_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."datasets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_dataset_id_datasets_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."datasets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "basemap_features" ADD CONSTRAINT "basemap_features_dataset_id_datasets_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."datasets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contradictions" ADD CONSTRAINT "contradictions_dataset_id_datasets_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."datasets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phases" ADD CONSTRAINT "phases_dataset_id_datasets_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."datasets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_steps" ADD CONSTRAINT "story_steps_dataset_id_datasets_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."datasets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_phases" ADD CONSTRAINT "place_phases_dataset_id_datasets_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."datasets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_phases" ADD CONSTRAINT "place_phases_place" FOREIGN KEY ("dataset_id","place_id") REFERENCES "public"."places"("dataset_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_dataset_id_datasets_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."datasets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counts" ADD CONSTRAINT "counts_dataset_id_datasets_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."datasets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counts" ADD CONSTRAINT "counts_place" FOREIGN KEY ("dataset_id","place_id") REFERENCES "public"."places"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deaths" ADD CONSTRAINT "deaths_dataset_id_datasets_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."datasets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deaths" ADD CONSTRAINT "deaths_place" FOREIGN KEY ("dataset_id","place_id") REFERENCES "public"."places"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_dataset_id_datasets_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."datasets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_place" FOREIGN KEY ("dataset_id","place_id") REFERENCES "public"."places"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "movements" ADD CONSTRAINT "movements_dataset_id_datasets_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."datasets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "movements" ADD CONSTRAINT "movements_from" FOREIGN KEY ("dataset_id","from_id") REFERENCES "public"."places"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "movements" ADD CONSTRAINT "movements_to" FOREIGN KEY ("dataset_id","to_id") REFERENCES "public"."places"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "citations_by_source" ON "citations" USING btree ("dataset_id","source_id");--> statement-breakpoint
CREATE INDEX "place_phases_where_and_when" ON "place_phases" USING gist ("geom","possible_span");--> statement-breakpoint
CREATE INDEX "places_search_en" ON "places" USING gin ("search_en");--> statement-breakpoint
CREATE INDEX "places_search_fr" ON "places" USING gin ("search_fr");--> statement-breakpoint
CREATE INDEX "counts_by_place" ON "counts" USING btree ("dataset_id","place_id","latest");--> statement-breakpoint
CREATE INDEX "deaths_by_place" ON "deaths" USING btree ("dataset_id","place_id","latest");--> statement-breakpoint
CREATE INDEX "events_where_and_when" ON "events" USING gist ("geom","possible_span");--> statement-breakpoint
CREATE INDEX "events_search_en" ON "events" USING gin ("search_en");--> statement-breakpoint
CREATE INDEX "events_search_fr" ON "events" USING gin ("search_fr");--> statement-breakpoint
CREATE INDEX "movements_when" ON "movements" USING gist ("possible_span");--> statement-breakpoint
CREATE VIEW "public"."public_basemap" AS (
  SELECT r.dataset_id, r.id, r.geom, r.class, r.name_en, r.name_fr, r.min_zoom, r.precision_m, r.position_basis,
    r.position_note AS note, NULL::date AS start_earliest, NULL::date AS start_latest, NULL::date AS end_earliest,
    NULL::date AS end_latest, NULL::daterange AS possible_span, ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'basemap' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS source_ids
  FROM basemap_features r);--> statement-breakpoint
CREATE VIEW "public"."public_counts" AS (
  WITH points AS (
  SELECT DISTINCT ON (r.dataset_id, r.place_id) r.dataset_id, r.place_id, public_geometry(r.geom, r.disclosure, r.precision_m) AS geom, 
  public_precision(r.precision_m, r.disclosure) AS precision_m,
  r.position_basis,
  r.disclosure <> 'exact' AS generalised
  FROM place_phases r WHERE ST_Dimension(r.geom) = 0
  ORDER BY r.dataset_id, r.place_id, r.start_earliest NULLS FIRST, r.id)
  SELECT r.dataset_id, r.id, q.geom, r.place_id, p.name_en AS place_name_en, p.name_fr AS place_name_fr, r.edtf,
    r.earliest AS start_earliest, r.latest AS start_latest, r.earliest AS end_earliest, r.latest AS end_latest,
    daterange(r.earliest, r.latest, '[]') AS possible_span, r.low, r.best, r.high, r.measure, r.counted_by,
    r.counted_by_kind, r.method, r.quality_note, q.precision_m, q.position_basis, q.generalised,
    ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'count' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS source_ids
  FROM counts r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  LEFT JOIN points q ON q.dataset_id = r.dataset_id AND q.place_id = r.place_id);--> statement-breakpoint
CREATE VIEW "public"."public_events" AS (
  SELECT r.dataset_id, r.id, public_geometry(r.geom, r.disclosure, r.precision_m) AS geom, r.title_en, r.title_fr, r.summary_en, r.summary_fr, r.category,
    r.certainty, r.edtf, r.start_earliest, r.start_latest, r.end_earliest, r.end_latest, r.possible_span, r.date_precision, r.place_id, p.name_en AS place_name_en,
    p.name_fr AS place_name_fr, r.people_low, r.people_high, r.people_note, r.actor_ids AS actors,
    r.account_paragraph, r.sensitivity, 
  public_precision(r.precision_m, r.disclosure) AS precision_m,
  r.position_basis,
  r.disclosure <> 'exact' AS generalised, r.search_en, r.search_fr, ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'event' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS source_ids
  FROM events r
  LEFT JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id);--> statement-breakpoint
CREATE VIEW "public"."public_movements" AS (
  WITH points AS (
  SELECT DISTINCT ON (r.dataset_id, r.place_id) r.dataset_id, r.place_id, public_geometry(r.geom, r.disclosure, r.precision_m) AS geom, 
  public_precision(r.precision_m, r.disclosure) AS precision_m,
  r.position_basis,
  r.disclosure <> 'exact' AS generalised
  FROM place_phases r WHERE ST_Dimension(r.geom) = 0
  ORDER BY r.dataset_id, r.place_id, r.start_earliest NULLS FIRST, r.id)
  SELECT r.dataset_id, r.id, ST_MakeLine(f.geom, t.geom) AS geom, r.from_id, a.name_en AS from_name_en,
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
  LEFT JOIN points t ON t.dataset_id = r.dataset_id AND t.place_id = r.to_id);--> statement-breakpoint
CREATE VIEW "public"."public_phases" AS (
  SELECT r.dataset_id, r.id, NULL::geometry AS geom, r.title_en, r.title_fr, r.summary_en, r.summary_fr,
    r.start_day AS start_earliest, r.start_day AS start_latest, r.until_day - 1 AS end_earliest,
    r.until_day - 1 AS end_latest, daterange(r.start_day, r.until_day) AS possible_span,
    ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'phase' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS source_ids
  FROM phases r);--> statement-breakpoint
CREATE VIEW "public"."public_places" AS (
  SELECT r.dataset_id, r.id, r.geom, r.place_id, p.name_en, p.name_fr, p.other_names, p.kind,
    p.kind IN ('camp', 'squat', 'shelter', 'state-camp') AS is_settlement, p.description_en, p.description_fr,
    r.start_edtf, r.end_edtf, r.start_earliest, r.start_latest, r.end_earliest, r.end_latest, r.possible_span,
    p.end_reason, r.bounds_note, p.ring_road,
    CASE
      WHEN d.bypass IS NULL OR p.ring_road = 'region' OR r.geom IS NULL THEN NULL
      WHEN ST_Distance(r.geom::geography, d.bypass::geography) > r.precision_m
        THEN CASE WHEN ST_Covers(d.ring, r.geom) THEN 'inside' ELSE 'beyond' END
      WHEN p.ring_road = 'inside' THEN 'inside'
      WHEN p.ring_road = 'outside' THEN 'beyond'
      ELSE 'edge'
    END AS side,
    p.part_of, p.predecessor_ids, p.successor_ids, r.precision_m, r.position_basis, r.generalised, r.position_note,
    round(ST_Distance(r.geom::geography, d.reference_point::geography)::numeric, 1)::float8 AS distance_m,
    round(ST_Distance(r.geom::geography, d.port_point::geography)::numeric, 1)::float8 AS port_distance_m,
    p.search_en, p.search_fr, ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'place' AND c.record_id = r.place_id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS source_ids
  FROM (
    SELECT r.dataset_id, r.id, r.place_id, public_geometry(r.geom, r.disclosure, r.precision_m) AS geom, r.start_earliest, r.start_latest, r.end_earliest, r.end_latest, r.possible_span, 
  public_precision(r.precision_m, r.disclosure) AS precision_m,
  r.position_basis,
  r.disclosure <> 'exact' AS generalised, r.start_edtf, r.end_edtf,
      r.bounds_note, CASE WHEN r.disclosure = 'exact' THEN r.position_note END AS position_note
    FROM place_phases r WHERE ST_Dimension(r.geom) = 0
  ) r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  JOIN datasets d ON d.id = r.dataset_id);--> statement-breakpoint
CREATE VIEW "public"."public_routes" AS (
  SELECT r.dataset_id, r.id, public_geometry(r.geom, r.disclosure, r.precision_m) AS geom, r.place_id, p.name_en, p.name_fr, p.kind, r.start_edtf, r.end_edtf,
    r.start_earliest, r.start_latest, r.end_earliest, r.end_latest, r.possible_span, 
  public_precision(r.precision_m, r.disclosure) AS precision_m,
  r.position_basis,
  r.disclosure <> 'exact' AS generalised, r.note_en, r.note_fr, p.search_en, p.search_fr, ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'place-phase' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS source_ids
  FROM place_phases r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  WHERE ST_Dimension(r.geom) > 0);--> statement-breakpoint
CREATE VIEW "public"."public_sources" AS (
  SELECT r.dataset_id, r.id, NULL::geometry AS geom, r.title, r.publisher, r.url, r.published, r.lang, r.kind,
    r.note, r.link_status, r.link_checked_on, NULL::date AS start_earliest, NULL::date AS start_latest, NULL::date AS end_earliest,
    NULL::date AS end_latest, NULL::daterange AS possible_span
  FROM sources r);