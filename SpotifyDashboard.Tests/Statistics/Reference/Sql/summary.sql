WITH
spans(which, from_day, to_day) AS MATERIALIZED (
    SELECT 'now', from_day, to_day FROM asked
    UNION ALL SELECT 'before', before_from, before_to FROM asked WHERE before_from IS NOT NULL),
counted AS MATERIALIZED (
    SELECT s.which, h.* FROM spans s JOIN heard h
    ON (s.from_day IS NULL OR h.day >= s.from_day) AND (s.to_day IS NULL OR h.day <= s.to_day)),
sums AS MATERIALIZED (
    SELECT which, count(*) AS plays, sum(ms) AS ms, count(DISTINCT recording) AS tracks, count(DISTINCT artist) AS artists,
           count(DISTINCT album) AS albums, avg(estimated) AS estimated
    FROM counted GROUP BY which),
lit AS MATERIALIZED (SELECT which, day, day - row_number() OVER (PARTITION BY which ORDER BY day) AS island FROM (SELECT DISTINCT which, day FROM counted)),
runs AS MATERIALIZED (SELECT which, min(day) AS first, max(day) AS last, count(*) AS days FROM lit GROUP BY which, island),
-- The last day of the period; while that is today and nothing was played yet, yesterday stands.
ends AS MATERIALIZED (SELECT s.which, min(coalesce(s.to_day, a.today), a.today) AS day, coalesce(s.to_day, a.today) >= a.today AS is_open FROM spans s, asked a),
answers AS MATERIALIZED (
    SELECT s.which, json_object(
        'plays', coalesce(u.plays, 0),
        'minutes', (coalesce(u.ms, 0) + 3000) / 6000 / 10.0,
        'tracks', coalesce(u.tracks, 0),
        'artists', coalesce(u.artists, 0),
        'albums', coalesce(u.albums, 0),
        'streak', coalesce((SELECT max(r.days) FROM runs r, ends e WHERE r.which = s.which AND e.which = s.which
                            AND (r.last = e.day OR e.is_open AND r.last = e.day - 1)), 0),
        'longestStreak', coalesce((SELECT max(days) FROM runs r WHERE r.which = s.which), 0),
        'estimatedShare', coalesce(u.estimated, 0),
        'previous', NULL) AS answer
    FROM spans s LEFT JOIN sums u USING (which))
SELECT json_set(
    (SELECT answer FROM answers WHERE which = 'now'),
    '$.previous', json((SELECT answer FROM answers WHERE which = 'before')));
