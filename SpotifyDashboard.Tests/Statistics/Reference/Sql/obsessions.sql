-- @limit.
WITH
windows AS MATERIALIZED (
    SELECT recording, started, count(*) OVER week AS plays, max(started) OVER week AS last
    FROM played WINDOW week AS (PARTITION BY recording ORDER BY started RANGE BETWEEN CURRENT ROW AND 604799999 FOLLOWING)),
best AS MATERIALIZED (SELECT *, row_number() OVER (PARTITION BY recording ORDER BY plays DESC, started) AS rank FROM windows)
SELECT json_group_array(json_object('id', id, 'name', name, 'artist', artist, 'plays', plays, 'from', utc(started), 'to', utc(last)))
FROM (
    SELECT t.id, t.name, t.artist, b.plays, b.started, b.last
    FROM best b JOIN track_names t USING (recording)
    WHERE b.rank = 1 AND b.plays >= 10
    ORDER BY b.plays DESC, b.started, t.name COLLATE ORDINAL, t.id COLLATE ORDINAL LIMIT @limit);
