-- Once, by somebody who may create roles, where the owner of the database may not: the role by which readers' questions
-- are asked. It may read what is published and nothing else; each start gives it the views that it may read.
-- Replace "rocade" by the user in DATABASE_URL, and grant it to the users in DATABASE_REPLICA_URLS too.
CREATE ROLE rocade_reader NOLOGIN;
GRANT rocade_reader TO rocade;
