WITH
goals(kind, place, value) AS (
    SELECT 'plays', 0, value FROM (SELECT column1 AS value FROM (VALUES
        (1), (100), (500), (1000), (2500), (5000), (10000), (25000), (50000), (100000), (250000), (500000), (1000000)))
    UNION ALL SELECT 'hours', 1, column1 FROM (VALUES (10), (50), (100), (250), (500), (1000), (2500), (5000), (10000), (25000))
    UNION ALL SELECT 'tracks', 2, column1 FROM (VALUES (10), (50), (100), (250), (500), (1000), (2500), (5000), (10000), (25000), (50000))
    UNION ALL SELECT 'artists', 3, column1 FROM (VALUES (10), (50), (100), (250), (500), (1000), (2500), (5000), (10000), (25000), (50000))),
marked AS MATERIALIZED (
    SELECT n, started, day, recording, ms, nth = 1 AS is_new_track, row_number() OVER (PARTITION BY artist ORDER BY n) = 1 AS is_new_artist FROM heard),
running AS MATERIALIZED (
    SELECT n, started, day, recording, sum(ms) OVER w AS ms, sum(is_new_track) OVER w AS tracks, sum(is_new_artist) OVER w AS artists
    FROM marked WINDOW w AS (ORDER BY n ROWS UNBOUNDED PRECEDING)),
moments AS MATERIALIZED (
    SELECT g.kind, g.place, g.value, min(r.n) AS n
    FROM goals g JOIN running r ON CASE g.kind
        WHEN 'plays' THEN r.n WHEN 'hours' THEN r.ms / 3600000 WHEN 'tracks' THEN r.tracks ELSE r.artists END >= g.value
    GROUP BY g.kind, g.value),
totals AS MATERIALIZED (SELECT count(*) AS plays, coalesce(max(ms), 0) / 3600000 AS hours, coalesce(max(tracks), 0) AS tracks, coalesce(max(artists), 0) AS artists FROM running)
SELECT json_object(
    'reached', json((SELECT json_group_array(json_object(
            'kind', kind, 'value', value, 'at', utc(started), 'id', id, 'name', name, 'artist', artist)) FROM (
        SELECT m.kind, m.value, r.started, t.id, t.name, t.artist
        FROM moments m JOIN running r USING (n) JOIN played p USING (n) JOIN track_names t ON t.recording = r.recording
        ORDER BY r.started, m.place, m.value))),
    'next', json((SELECT json_group_array(json_object('kind', kind, 'value', value, 'have', have)) FROM (
        SELECT g.kind, min(g.value) AS value, CASE g.kind
            WHEN 'plays' THEN plays WHEN 'hours' THEN hours WHEN 'tracks' THEN tracks ELSE artists END AS have
        FROM goals g, totals
        WHERE NOT EXISTS (SELECT 1 FROM moments m WHERE m.kind = g.kind AND m.value = g.value)
        GROUP BY g.kind ORDER BY g.place))));
