-- Titles of columns of a dataset's own are told in its languages: those that are stored are in the first. By functions of
-- json, not jsonb: the order of what is declared stays.
UPDATE "datasets" AS d SET "declared" = (
  SELECT json_object_agg(part.key, CASE WHEN part.key <> 'attributes' THEN part.value ELSE (
    SELECT coalesce(json_object_agg(tables.key, (
      SELECT coalesce(json_agg((
        SELECT json_object_agg(said.key, CASE
          WHEN said.key = 'title' AND json_typeof(said.value) = 'string'
          THEN json_build_object(coalesce(d."declared" -> 'languages' ->> 0, 'en'), said.value)
          ELSE said.value END ORDER BY said.ordinality)
        FROM json_each(own.value) WITH ORDINALITY AS said
      ) ORDER BY own.ordinality), '[]'::json)
      FROM json_array_elements(tables.value) WITH ORDINALITY AS own
    ) ORDER BY tables.ordinality), '{}'::json)
    FROM json_each(part.value) WITH ORDINALITY AS tables
  ) END ORDER BY part.ordinality)
  FROM json_each(d."declared") WITH ORDINALITY AS part
)
WHERE json_typeof(d."declared" -> 'attributes') = 'object';
