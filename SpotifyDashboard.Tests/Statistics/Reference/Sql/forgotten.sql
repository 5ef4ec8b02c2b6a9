-- @limit.
WITH
ending AS MATERIALIZED (SELECT min(coalesce(to_day, today), today) AS day FROM asked),
sums AS MATERIALIZED (
    SELECT h.recording, count(*) AS plays, sum(h.ms) AS ms, min(h.started) AS first, max(h.started) AS last, max(h.day) AS last_day
    FROM heard h, ending e WHERE h.day <= e.day GROUP BY h.recording)
SELECT json_group_array(json_object(
    'id', id, 'name', name, 'artist', artist, 'plays', plays, 'ms', ms, 'firstPlayedAt', utc(first), 'lastPlayedAt', utc(last)))
FROM (
    SELECT t.id, t.name, t.artist, s.plays, s.ms, s.first, s.last
    FROM sums s JOIN track_names t USING (recording), ending e
    WHERE s.plays >= 10 AND s.last_day <= e.day - 180
    ORDER BY s.plays DESC, s.ms DESC, t.name COLLATE ORDINAL, t.id COLLATE ORDINAL LIMIT @limit);
