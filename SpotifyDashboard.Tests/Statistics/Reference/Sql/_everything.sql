-- Once per history and zone: every stored play of the listener with its local time, its recording and what is known of it.
-- Stands on local_plays(play_id, day, hour, weekday, month, year) and recordings(track_id, stands_for), which the test makes.
DROP TABLE IF EXISTS temp.everything;
DROP TABLE IF EXISTS temp.track_names;
DROP TABLE IF EXISTS temp.artist_names;
DROP TABLE IF EXISTS temp.album_names;
DROP TABLE IF EXISTS temp.genres;

CREATE TEMP TABLE artist_names AS
SELECT id AS artist, CASE WHEN spotify_id = '' THEN CAST(id AS TEXT) ELSE spotify_id END AS id, name FROM artists;
CREATE UNIQUE INDEX temp.artist_names_key ON artist_names (artist);

CREATE TEMP TABLE track_names AS
SELECT t.id AS recording, coalesce(t.spotify_id, 'name:' || t.id) AS id, t.title AS name, a.name AS artist
FROM tracks t JOIN artists a ON a.id = t.artist_id;
CREATE UNIQUE INDEX temp.track_names_key ON track_names (recording);

CREATE TEMP TABLE album_names AS
SELECT b.id AS album, CASE WHEN b.spotify_id = '' THEN CAST(b.id AS TEXT) ELSE b.spotify_id END AS id, b.title AS name, a.name AS artist
FROM albums b JOIN artists a ON a.id = b.artist_id;
CREATE UNIQUE INDEX temp.album_names_key ON album_names (album);

-- Genres are those that Spotify tells of an artist, and where it tells none those of MusicBrainz; those of the demo are made up.
CREATE TEMP TABLE genres AS
SELECT DISTINCT g.artist_id AS artist, g.genre FROM artist_genres g
WHERE g.provenance = 'spotify'
   OR (g.provenance IN ('musicbrainz', 'demo') AND NOT EXISTS (SELECT 1 FROM artist_genres s WHERE s.artist_id = g.artist_id AND s.provenance = 'spotify'));
CREATE INDEX temp.genres_key ON genres (artist);

CREATE TEMP TABLE everything AS
SELECT p.id, p.started_at AS started, p.ended_at AS ended, p.ms_played AS ms, p.track_id AS track, r.stands_for AS recording,
       s.artist_id AS artist, s.album_id AS album, coalesce(t.duration_ms, s.duration_ms) AS length,
       coalesce(s.explicit, t.explicit) AS explicit, coalesce(t.popularity, s.popularity) AS popularity,
       p.source, p.precision = 2 AS estimated, p.flags, p.context_id AS context, c.reason_end AS reason, c.platform, c.country,
       l.day, l.hour, l.weekday, l.month, l.year
FROM plays p
JOIN local_plays l ON l.play_id = p.id
JOIN recordings r ON r.track_id = p.track_id
JOIN tracks t ON t.id = p.track_id
JOIN tracks s ON s.id = r.stands_for
JOIN circumstances c ON c.id = p.circumstance_id
WHERE p.listener_id = @listener;

ALTER TABLE temp.everything ADD COLUMN long_enough INTEGER;
ALTER TABLE temp.everything ADD COLUMN finished INTEGER;
-- default: 30 seconds or more, or at least half of a known length. finished: trackdone, or without a reason 95 % of a known length.
UPDATE temp.everything SET
    long_enough = ms >= 30000 OR coalesce(2 * ms >= length, 0),
    finished = CASE WHEN reason IN ('', 'unknown', 'none') THEN coalesce(ms >= 0.95 * length, 0) ELSE reason = 'trackdone' END;
