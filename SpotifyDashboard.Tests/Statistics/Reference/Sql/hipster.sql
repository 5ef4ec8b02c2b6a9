-- One decimal, halves away from zero, in whole numbers.
WITH
scores AS MATERIALIZED (
    SELECT m.month, m.start, count(p.popularity) AS known, count(p.n) AS plays, sum(p.popularity) AS popularity
    FROM months m LEFT JOIN played p USING (month) GROUP BY m.month),
firsts AS MATERIALIZED (
    SELECT q.recording, t.popularity, min(q.n) FROM played q JOIN tracks t ON t.id = q.track WHERE t.popularity IS NOT NULL GROUP BY q.recording),
-- The standing track's popularity, else that of the first played track that has one.
by_track AS MATERIALIZED (
    SELECT p.recording, count(*) AS plays, coalesce(s.popularity, f.popularity) AS popularity
    FROM played p JOIN tracks s ON s.id = p.recording LEFT JOIN firsts f USING (recording) GROUP BY p.recording HAVING count(*) >= 3)
SELECT json_object(
    'score', CASE WHEN count(popularity) > 0 AND 10 * count(popularity) >= 3 * count(*)
        THEN (20 * (100 * count(popularity) - sum(popularity)) + count(popularity)) / (2 * count(popularity)) / 10.0 END,
    'known', count(popularity),
    'plays', count(*),
    'coverage', 1.0 * count(popularity) / nullif(count(*), 0),
    'source', 'ReccoBeats',
    'months', json((SELECT json_group_array(json_object('start', start, 'known', known, 'plays', plays,
            'score', CASE WHEN known > 0 AND 10 * known >= 3 * plays
                THEN (20 * (100 * known - popularity) + known) / (2 * known) / 10.0 END)) FROM (
        SELECT * FROM scores ORDER BY month))),
    'leastPopular', json((SELECT json_group_array(json_object('id', id, 'name', name, 'artist', artist, 'popularity', popularity, 'plays', plays)) FROM (
        SELECT t.id, t.name, t.artist, b.popularity, b.plays FROM by_track b JOIN track_names t USING (recording)
        WHERE b.popularity IS NOT NULL ORDER BY b.popularity, b.plays DESC, t.name COLLATE ORDINAL, t.id COLLATE ORDINAL LIMIT 10))))
FROM played;
