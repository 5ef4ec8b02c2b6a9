WITH RECURSIVE
upto(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM upto WHERE n < 23),
cells AS MATERIALIZED (
    SELECT w.n AS weekday, h.n AS hour, coalesce(s.plays, 0) AS plays, coalesce(s.ms, 0) AS ms
    FROM upto w JOIN upto h ON w.n < 7
    LEFT JOIN (SELECT weekday, hour, count(*) AS plays, sum(ms) AS ms FROM played GROUP BY weekday, hour) s ON s.weekday = w.n AND s.hour = h.n
    ORDER BY w.n, h.n),
lines AS MATERIALIZED (SELECT weekday, json_group_array(plays) AS plays, json_group_array(ms) AS ms FROM cells GROUP BY weekday ORDER BY weekday)
SELECT json_object('timeZone', (SELECT zone FROM asked), 'plays', json_group_array(json(plays)), 'ms', json_group_array(json(ms))) FROM lines;
