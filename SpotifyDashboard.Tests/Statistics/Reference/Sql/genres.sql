-- @limit.
WITH
tagged AS MATERIALIZED (SELECT p.month, p.ms, g.genre FROM played p JOIN genres g USING (artist)),
shown AS MATERIALIZED (
    SELECT genre, row_number() OVER (ORDER BY count(*) DESC, sum(ms) DESC, genre COLLATE ORDINAL) AS rank FROM tagged GROUP BY genre ORDER BY rank LIMIT @limit),
known AS MATERIALIZED (SELECT month FROM played p WHERE EXISTS (SELECT 1 FROM genres g WHERE g.artist = p.artist)),
by_month AS MATERIALIZED (SELECT month, genre, count(*) AS plays FROM tagged GROUP BY month, genre),
sums AS MATERIALIZED (SELECT (SELECT count(*) FROM known) AS known, (SELECT count(*) FROM played) AS plays)
SELECT json_object(
    'known', known,
    'plays', plays,
    'coverage', 1.0 * known / nullif(plays, 0),
    'genres', json((SELECT json_group_array(genre) FROM (SELECT genre FROM shown ORDER BY rank))),
    'months', json((SELECT json_group_array(json_object('start', start, 'known', known, 'plays', json(plays))) FROM (
        SELECT m.start, (SELECT count(*) FROM known k WHERE k.month = m.month) AS known,
            (SELECT json_group_array(count) FROM (
                SELECT coalesce(b.plays, 0) AS count FROM shown s LEFT JOIN by_month b ON b.genre = s.genre AND b.month = m.month
                ORDER BY s.rank)) AS plays
        FROM months m ORDER BY m.month))))
FROM sums;
