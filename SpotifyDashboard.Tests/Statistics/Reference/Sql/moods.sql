-- The map is given: mood_names(mood, name), mood_points(id, mood) and mood_features(feature), as /api/analysis/report tells them.
-- What is made of it is counted here, the scaled features as well.
WITH RECURSIVE
upto(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM upto WHERE n < 3),
points AS MATERIALIZED (SELECT n.recording AS track, p.mood FROM mood_points p JOIN track_names n USING (id)),
-- The mood of the track as sounded: of itself, or of its recording where it is known by name only.
moody AS MATERIALIZED (
    SELECT p.n, p.started, p.ms, p.month, p.day - p.weekday AS week, m.track, m.mood
    FROM played p JOIN tracks t ON t.id = p.track
    LEFT JOIN points m ON m.track = CASE WHEN t.spotify_id IS NULL THEN p.recording ELSE p.track END),
-- Counted plays by stretch and mood.
heads AS MATERIALIZED (
    SELECT *, coalesce(started - max(started + ms) OVER (ORDER BY n ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) > 1800000, 1) AS is_first FROM moody),
numbered AS MATERIALIZED (SELECT *, sum(is_first) OVER (ORDER BY n) AS session FROM heads),
placed AS MATERIALIZED (SELECT mood, 4 * (row_number() OVER (PARTITION BY session ORDER BY n) - 1) / count(*) OVER (PARTITION BY session) AS quarter,
                  count(*) OVER (PARTITION BY session) AS size FROM numbered),
stretches(kind, at) AS MATERIALIZED (
    SELECT 'all', 0
    UNION ALL SELECT DISTINCT 'week', day - weekday FROM days WHERE which = 'now'
    UNION ALL SELECT 'month', month FROM months
    UNION ALL SELECT 'quarter', n FROM upto),
tags AS MATERIALIZED (
    SELECT 'all' AS kind, 0 AS at, mood FROM moody
    UNION ALL SELECT 'week', week, mood FROM moody
    UNION ALL SELECT 'month', month, mood FROM moody
    UNION ALL SELECT 'quarter', quarter, mood FROM placed WHERE size >= 4),
counts AS MATERIALIZED (SELECT kind, at, mood, count(*) AS plays FROM tags WHERE mood IS NOT NULL GROUP BY kind, at, mood),
known AS MATERIALIZED (SELECT s.kind, s.at, coalesce(sum(c.plays), 0) AS plays FROM stretches s LEFT JOIN counts c ON c.kind = s.kind AND c.at = s.at GROUP BY s.kind, s.at),
shares AS MATERIALIZED (
    SELECT k.kind, k.at, k.plays AS known, CASE WHEN k.plays > 0 THEN (
        SELECT json_group_array(share) FROM (
            SELECT coalesce(c.plays, 0) * 1.0 / k.plays AS share
            FROM mood_names m LEFT JOIN counts c ON c.kind = k.kind AND c.at = k.at AND c.mood = m.mood ORDER BY m.mood)) END AS shares
    FROM known k),
-- z-scores over the tracks of the map: mean 0, population deviation 1; a constant feature is 0.
told(track, feature, x) AS MATERIALIZED (
    SELECT track_id, 'danceability', danceability FROM audio_features UNION ALL SELECT track_id, 'energy', energy FROM audio_features
    UNION ALL SELECT track_id, 'key', key FROM audio_features UNION ALL SELECT track_id, 'loudness', loudness FROM audio_features
    UNION ALL SELECT track_id, 'mode', mode FROM audio_features UNION ALL SELECT track_id, 'speechiness', speechiness FROM audio_features
    UNION ALL SELECT track_id, 'acousticness', acousticness FROM audio_features
    UNION ALL SELECT track_id, 'instrumentalness', instrumentalness FROM audio_features
    UNION ALL SELECT track_id, 'liveness', liveness FROM audio_features UNION ALL SELECT track_id, 'valence', valence FROM audio_features
    UNION ALL SELECT track_id, 'tempo', tempo FROM audio_features UNION ALL SELECT track_id, 'duration_ms', duration_ms FROM audio_features
    UNION ALL SELECT track_id, 'time_signature', time_signature FROM audio_features),
mapped AS MATERIALIZED (SELECT t.track, t.feature, t.x FROM told t JOIN mood_features f USING (feature) JOIN points p USING (track)),
means AS MATERIALIZED (SELECT feature, avg(x) AS mean FROM mapped GROUP BY feature),
deviations AS MATERIALIZED (SELECT feature, m.mean, sqrt(avg((x - m.mean) * (x - m.mean))) AS deviation FROM mapped JOIN means m USING (feature) GROUP BY feature),
scaled AS MATERIALIZED (SELECT track, feature, CASE WHEN deviation > 1e-9 THEN (x - mean) / deviation ELSE 0 END AS z FROM mapped JOIN deviations USING (feature)),
month_tracks AS MATERIALIZED (SELECT month, track, count(*) AS plays FROM moody WHERE track IS NOT NULL GROUP BY month, track),
centroids AS MATERIALIZED (SELECT month, feature, sum(plays * z) / sum(plays) AS z FROM month_tracks JOIN scaled USING (track) GROUP BY month, feature),
steps AS MATERIALIZED (SELECT month, lag(month) OVER (ORDER BY month) AS before FROM (SELECT DISTINCT month FROM centroids)),
drifts AS MATERIALIZED (
    SELECT s.month, sqrt(sum((a.z - b.z) * (a.z - b.z)) / count(*)) AS drift
    FROM steps s JOIN centroids a ON a.month = s.month JOIN centroids b ON b.month = s.before AND b.feature = a.feature GROUP BY s.month)
SELECT json_object(
    'k', (SELECT count(*) FROM mood_names),
    'known', (SELECT plays FROM known WHERE kind = 'all'),
    'plays', (SELECT count(*) FROM played),
    'coverage', (SELECT 1.0 * plays FROM known WHERE kind = 'all') / nullif((SELECT count(*) FROM played), 0),
    'moods', json((SELECT json_group_array(json_object('id', mood, 'name', name, 'known', plays, 'share', share)) FROM (
        SELECT m.mood, m.name, coalesce(c.plays, 0) AS plays, 1.0 * coalesce(c.plays, 0) / nullif((SELECT plays FROM known WHERE kind = 'all'), 0) AS share
        FROM mood_names m LEFT JOIN counts c ON c.kind = 'all' AND c.mood = m.mood ORDER BY m.mood))),
    'weeks', json((SELECT json_group_array(json_object('start', date(at * 86400, 'unixepoch'), 'known', known, 'shares', json(shares))) FROM (
        SELECT * FROM shares WHERE kind = 'week' ORDER BY at))),
    'months', json((SELECT json_group_array(json_object('start', start, 'known', known, 'shares', json(shares),
            'drift', json(CASE WHEN drift IS NOT NULL THEN json_object('~6', drift) END))) FROM (
        SELECT m.start, s.known, s.shares, d.drift
        FROM months m JOIN shares s ON s.kind = 'month' AND s.at = m.month LEFT JOIN drifts d ON d.month = m.month ORDER BY m.month))),
    'alongSession', json((SELECT json_group_array(json_object('known', known, 'shares', json(shares))) FROM (
        SELECT * FROM shares WHERE kind = 'quarter' ORDER BY at))));
