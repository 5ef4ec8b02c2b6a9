-- @pause: minutes.
WITH RECURSIVE
upto(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM upto WHERE n < 23),
heads AS MATERIALIZED (
    SELECT *, coalesce(started - max(started + ms) OVER (ORDER BY n ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) > @pause * 60000, 1) AS is_first
    FROM played),
numbered AS MATERIALIZED (SELECT *, sum(is_first) OVER (ORDER BY n) AS session FROM heads),
sessions AS MATERIALIZED (
    SELECT session, min(started) AS started, max(started + ms) AS ended, max(started + ms) - min(started) AS length, count(*) AS plays, sum(ms) AS ms,
           max(CASE WHEN is_first THEN hour END) AS hour, max(CASE WHEN is_first THEN weekday END) AS weekday
    FROM numbered GROUP BY session),
ranked AS MATERIALIZED (SELECT length, row_number() OVER (ORDER BY length) AS rank, count(*) OVER () AS n FROM sessions),
classes(lower, upper) AS (VALUES (0, 15), (15, 30), (30, 60), (60, 120), (120, 240), (240, NULL))
SELECT json_object(
    'pauseMinutes', @pause,
    'count', (SELECT count(*) FROM sessions),
    'totalMs', (SELECT coalesce(sum(length), 0) FROM sessions),
    'meanMs', (SELECT 1.0 * sum(length) / count(*) FROM sessions),
    'medianMs', (SELECT avg(length) FROM ranked WHERE rank IN ((n + 1) / 2, (n + 2) / 2)),
    'meanPlays', (SELECT 1.0 * sum(plays) / count(*) FROM sessions),
    'byHour', json((SELECT json_group_array(count) FROM (
        SELECT count(s.session) AS count FROM upto u LEFT JOIN sessions s ON s.hour = u.n GROUP BY u.n ORDER BY u.n))),
    'byWeekday', json((SELECT json_group_array(count) FROM (
        SELECT count(s.session) AS count FROM upto u LEFT JOIN sessions s ON s.weekday = u.n WHERE u.n < 7 GROUP BY u.n ORDER BY u.n))),
    'lengths', json((SELECT json_group_array(json_object('fromMinutes', lower, 'toMinutes', upper, 'count', count)) FROM (
        SELECT c.lower, c.upper, count(s.session) AS count
        FROM classes c LEFT JOIN sessions s ON s.length >= c.lower * 60000 AND (c.upper IS NULL OR s.length < c.upper * 60000)
        GROUP BY c.lower ORDER BY c.lower))),
    'longest', json((SELECT json_group_array(json_object(
            'startedAt', utc(started), 'endedAt', utc(ended), 'ms', length, 'plays', plays, 'msPlayed', ms)) FROM (
        SELECT * FROM sessions ORDER BY length DESC, started LIMIT 10))));
