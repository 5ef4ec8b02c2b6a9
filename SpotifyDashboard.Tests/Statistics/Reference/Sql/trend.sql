-- @by: hour, day, week, month, year.
WITH RECURSIVE
upto(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM upto WHERE n < 23),
listed AS MATERIALIZED (
    SELECT d.which, d.day, CASE @by WHEN 'hour' THEN u.n END AS hour,
        CASE @by
            WHEN 'hour' THEN d.date || printf('T%02d', u.n)
            WHEN 'day' THEN d.date
            WHEN 'week' THEN date((d.day - d.weekday) * 86400, 'unixepoch')
            WHEN 'month' THEN printf('%04d-%02d-01', d.year, d.month % 12 + 1)
            ELSE printf('%04d-01-01', d.year) END AS start
    FROM days d JOIN upto u ON @by = 'hour' OR u.n = 0),
counted AS MATERIALIZED (SELECT day, CASE @by WHEN 'hour' THEN hour END AS hour, count(*) AS plays, sum(ms) AS ms FROM heard GROUP BY 1, 2),
points AS MATERIALIZED (
    SELECT l.which, l.start, coalesce(sum(c.plays), 0) AS plays, coalesce(sum(c.ms), 0) AS ms
    FROM listed l LEFT JOIN counted c ON c.day = l.day AND c.hour IS l.hour
    GROUP BY l.which, l.start ORDER BY l.which, l.start),
series AS MATERIALIZED (SELECT which, json_group_array(json_object('start', start, 'plays', plays, 'ms', ms)) AS points FROM points GROUP BY which)
-- At most 400 days by hour and 40,000 otherwise; more are refused.
SELECT CASE WHEN (SELECT count(*) FROM days WHERE which = 'now') > CASE @by WHEN 'hour' THEN 400 ELSE 40000 END
THEN json_object('~status', 400)
ELSE json_object(
    'timeZone', zone, 'by', @by,
    'points', json(coalesce((SELECT points FROM series WHERE which = 'now'), '[]')),
    'previous', json((SELECT points FROM series WHERE which = 'before'))) END
FROM asked;
