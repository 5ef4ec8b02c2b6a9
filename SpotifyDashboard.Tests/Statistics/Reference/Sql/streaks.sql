WITH
lit AS MATERIALIZED (SELECT day, day - row_number() OVER (ORDER BY day) AS island FROM (SELECT DISTINCT day FROM played)),
runs AS MATERIALIZED (SELECT min(day) AS first, max(day) AS last, count(*) AS days FROM lit GROUP BY island)
SELECT json_object(
    'current', coalesce((
        SELECT max(days) FROM runs, asked
        WHERE last = min(coalesce(to_day, today), today) OR coalesce(to_day, today) >= today AND last = today - 1), 0),
    'longest', (SELECT coalesce(max(days), 0) FROM runs),
    'daysWithPlays', (SELECT count(*) FROM lit),
    'days', (SELECT count(*) FROM days WHERE which = 'now'),
    'list', json((SELECT json_group_array(json_object(
            'from', date(first * 86400, 'unixepoch'), 'to', date(last * 86400, 'unixepoch'), 'days', days)) FROM (
        SELECT * FROM runs ORDER BY days DESC, first LIMIT 10))));
