-- @limit.
WITH
steps AS MATERIALIZED (SELECT n, nth, recording, started, lag(started) OVER (PARTITION BY recording ORDER BY n) AS before FROM heard),
returns AS MATERIALIZED (
    SELECT s.recording, min(s.n) AS n FROM steps s JOIN played USING (n)
    WHERE s.started - s.before >= 180 * 86400000 AND s.nth > 5 GROUP BY s.recording)
SELECT json_group_array(json_object(
    'id', id, 'name', name, 'artist', artist, 'lastBefore', utc(before), 'returnedAt', utc(started),
    'daysAway', days_away, 'playsBefore', plays_before, 'playsSince', plays_since))
FROM (
    SELECT t.id, t.name, t.artist, s.before, s.started, (s.started - s.before) / 86400000 AS days_away, s.nth - 1 AS plays_before,
           (SELECT count(*) FROM played p WHERE p.recording = r.recording AND p.n >= r.n) AS plays_since
    FROM returns r JOIN steps s USING (n) JOIN track_names t ON t.recording = r.recording
    ORDER BY plays_since DESC, days_away DESC, t.name COLLATE ORDINAL, s.started, t.id COLLATE ORDINAL LIMIT @limit);
