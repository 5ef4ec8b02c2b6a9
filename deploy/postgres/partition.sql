-- Splits plays and sightings into 64 parts by listener (docs/scale.md says from what size on that is worth it).
--
--   psql -v ON_ERROR_STOP=1 -f deploy/postgres/partition.sql "$DATABASE_URL"
--
-- Stop the program first and take a backup. All of it is one transaction: it holds as a whole, or nothing changed. It needs the room of both tables
-- once more while it runs. Counts are compared before the old tables go. Names and columns stay, so the program does not notice.
BEGIN;

-- The program's own write lock (StorageWriter): one that was forgotten waits, and so does this.
SELECT pg_advisory_xact_lock(20261121);

DO $$
BEGIN
    IF (SELECT relkind FROM pg_class WHERE oid = 'plays'::regclass) = 'p' THEN
        RAISE EXCEPTION 'plays is split already; nothing was changed.';
    END IF;
END $$;

LOCK TABLE plays, sightings IN ACCESS EXCLUSIVE MODE;

ALTER TABLE plays RENAME TO plays_whole;
ALTER TABLE sightings RENAME TO sightings_whole;
ALTER INDEX pk_plays RENAME TO pk_plays_whole;
ALTER INDEX pk_sightings RENAME TO pk_sightings_whole;
ALTER INDEX ix_sightings_natural RENAME TO ix_sightings_natural_whole;
ALTER INDEX ix_sightings_track RENAME TO ix_sightings_track_whole;

CREATE TABLE plays (LIKE plays_whole INCLUDING DEFAULTS INCLUDING STORAGE) PARTITION BY HASH (listener_id);
CREATE TABLE sightings (LIKE sightings_whole INCLUDING DEFAULTS INCLUDING STORAGE) PARTITION BY HASH (listener_id);

DO $$
BEGIN
    FOR part IN 0..63 LOOP
        EXECUTE format('CREATE TABLE plays_%s PARTITION OF plays FOR VALUES WITH (MODULUS 64, REMAINDER %s)', lpad(part::text, 2, '0'), part);
        EXECUTE format('CREATE TABLE sightings_%s PARTITION OF sightings FOR VALUES WITH (MODULUS 64, REMAINDER %s)', lpad(part::text, 2, '0'), part);
    END LOOP;
END $$;

-- In the order in which they are read: a listener's plays come to stand side by side.
INSERT INTO plays SELECT * FROM plays_whole ORDER BY listener_id, started_at, id;
INSERT INTO sightings SELECT * FROM sightings_whole ORDER BY listener_id, ended_at;

ALTER TABLE plays ADD CONSTRAINT pk_plays PRIMARY KEY (listener_id, started_at, id);
ALTER TABLE plays ADD CONSTRAINT fk_plays_listeners FOREIGN KEY (listener_id) REFERENCES listeners (id) ON DELETE CASCADE;

-- A key of a split table must name what it is split by; ids stay unique because one writer at a time gives them.
ALTER TABLE sightings ADD CONSTRAINT pk_sightings PRIMARY KEY (id, listener_id);
CREATE UNIQUE INDEX ix_sightings_natural ON sightings (listener_id, ended_at, source, track_id, ms_played, offline_timestamp, occurrence);
CREATE INDEX ix_sightings_track ON sightings (track_id);
ALTER TABLE sightings ADD CONSTRAINT fk_sightings_listeners FOREIGN KEY (listener_id) REFERENCES listeners (id) ON DELETE CASCADE;
ALTER TABLE sightings ADD CONSTRAINT fk_sightings_tracks FOREIGN KEY (track_id) REFERENCES tracks (id) ON DELETE RESTRICT;

DO $$
BEGIN
    IF (SELECT count(*) FROM plays) <> (SELECT count(*) FROM plays_whole) OR (SELECT count(*) FROM sightings) <> (SELECT count(*) FROM sightings_whole) THEN
        RAISE EXCEPTION 'The counts differ; nothing was changed.';
    END IF;
END $$;

DROP TABLE plays_whole;
DROP TABLE sightings_whole;

COMMIT;

ANALYZE plays;
ANALYZE sightings;
