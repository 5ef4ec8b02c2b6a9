-- @kind: tracks, artists, albums. @range: 4w, 6m, 1y, all. By the listener's own counting rule; the period is not asked for.
WITH
stretch AS MATERIALIZED (
    SELECT CASE @range
        WHEN '4w' THEN today - 27
        WHEN '6m' THEN CAST(strftime('%s', date(today * 86400, 'unixepoch', '-6 months', '+1 day')) AS INTEGER) / 86400
        WHEN '1y' THEN CAST(strftime('%s', date(today * 86400, 'unixepoch', '-1 year', '+1 day')) AS INTEGER) / 86400 END AS first,
        CASE WHEN @range <> 'all' THEN today END AS last
    FROM asked),
counted AS MATERIALIZED (SELECT h.* FROM heard h, stretch s WHERE (s.first IS NULL OR h.day >= s.first) AND (s.last IS NULL OR h.day <= s.last)),
items AS MATERIALIZED (
    SELECT c.ms, n.id, n.name, n.artist, b.title AS album, t.popularity
    FROM counted c JOIN track_names n USING (recording) JOIN tracks t ON t.id = c.recording LEFT JOIN albums b ON b.id = c.album WHERE @kind = 'tracks'
    UNION ALL SELECT ms, n.id, n.name, NULL, NULL, NULL FROM counted JOIN artist_names n USING (artist) WHERE @kind = 'artists'
    UNION ALL SELECT ms, n.id, n.name, n.artist, NULL, NULL FROM counted JOIN album_names n USING (album) WHERE @kind = 'albums'),
sums AS MATERIALIZED (SELECT id, name, artist, album, popularity, count(*) AS plays, sum(ms) AS ms FROM items GROUP BY id),
ranks AS MATERIALIZED (SELECT *, row_number() OVER (ORDER BY plays DESC, ms DESC, name COLLATE ORDINAL, id COLLATE ORDINAL) AS rank FROM sums)
SELECT json_group_array(json_object('rank', rank, 'name', name, 'artist', artist, 'album', album, 'popularity', popularity, 'plays', plays, 'ms', ms))
FROM (SELECT * FROM ranks ORDER BY rank LIMIT 20);
