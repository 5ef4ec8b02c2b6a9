-- @kind: tracks, artists, albums, genres. @by: plays, time. @limit.
WITH
spans(which, from_day, to_day) AS MATERIALIZED (
    SELECT 'now', from_day, to_day FROM asked
    UNION ALL SELECT 'before', before_from, before_to FROM asked WHERE before_from IS NOT NULL),
counted AS MATERIALIZED (
    SELECT s.which, h.ms, h.recording, h.artist, h.album FROM spans s JOIN heard h
    ON (s.from_day IS NULL OR h.day >= s.from_day) AND (s.to_day IS NULL OR h.day <= s.to_day)),
items AS MATERIALIZED (
    SELECT which, ms, n.id, n.name, n.artist FROM counted JOIN track_names n USING (recording) WHERE @kind = 'tracks'
    UNION ALL SELECT which, ms, n.id, n.name, NULL FROM counted JOIN artist_names n USING (artist) WHERE @kind = 'artists'
    UNION ALL SELECT which, ms, n.id, n.name, n.artist FROM counted JOIN album_names n USING (album) WHERE @kind = 'albums'
    UNION ALL SELECT which, ms, g.genre, g.genre, NULL FROM counted JOIN genres g USING (artist) WHERE @kind = 'genres'),
sums AS MATERIALIZED (SELECT which, id, name, artist, count(*) AS plays, sum(ms) AS ms FROM items GROUP BY which, id),
ranks AS MATERIALIZED (
    SELECT *, row_number() OVER (
        PARTITION BY which
        ORDER BY CASE @by WHEN 'time' THEN ms ELSE plays END DESC, CASE @by WHEN 'time' THEN plays ELSE ms END DESC,
                 name COLLATE ORDINAL, id COLLATE ORDINAL) AS rank
    FROM sums)
SELECT json_group_array(json_object(
    'rank', rank,
    'previousRank', (SELECT b.rank FROM ranks b WHERE b.which = 'before' AND b.id = r.id),
    'id', id, 'name', name, 'artist', artist, 'plays', plays, 'ms', ms))
FROM (SELECT * FROM ranks WHERE which = 'now' ORDER BY rank LIMIT @limit) r;
