-- The side of a line on which a protected place lies tells in which part of its cell it is, and of a hidden place more
-- than nothing: it is not published. The hash of what was published with it is replaced by one that tells nothing.
WITH told AS (
  SELECT DISTINCT p.dataset_id, p.id
  FROM places p
  JOIN place_phases r ON r.dataset_id = p.dataset_id AND r.place_id = p.id AND ST_Dimension(r.geom) = 0
  WHERE p.ring_road IS NOT NULL
    AND (r.disclosure = 'hidden' OR (r.disclosure <> 'exact' AND p.ring_road <> 'region'))
), hashes AS (
  UPDATE datasets d
  SET content_hash = encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex')
  WHERE EXISTS (SELECT FROM told t WHERE t.dataset_id = d.id)
)
UPDATE places p SET ring_road = NULL FROM told t WHERE t.dataset_id = p.dataset_id AND t.id = p.id;
