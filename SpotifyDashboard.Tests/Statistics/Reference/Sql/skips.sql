-- Over all stored plays of the period, counted or not.
WITH RECURSIVE
upto(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM upto WHERE n < 23),
stored AS MATERIALIZED (
    SELECT e.*, (flags & 4) <> 0 OR reason NOT IN ('', 'unknown', 'none') AS told,
           reason = 'fwdbtn' OR ((flags & 12) = 12 AND reason <> 'trackdone') AS skipped,
           min(1.0, 1.0 * ms / length) AS share, min(9, 10 * ms / length) AS class
    FROM everything e, asked a WHERE (a.from_day IS NULL OR e.day >= a.from_day) AND (a.to_day IS NULL OR e.day <= a.to_day)),
sums AS MATERIALIZED (SELECT count(*) AS plays, coalesce(sum(told), 0) AS told, coalesce(sum(skipped), 0) AS skipped, coalesce(sum(finished), 0) AS completed, avg(share) AS share FROM stored)
SELECT json_object(
    'plays', plays,
    'told', told,
    'skipped', skipped,
    'skipRate', 1.0 * skipped / nullif(told, 0),
    'completed', completed,
    'completionRate', 1.0 * completed / nullif(plays, 0),
    'meanShare', share,
    'shares', json((SELECT json_group_array(count) FROM (
        SELECT count(s.id) AS count FROM upto u LEFT JOIN stored s ON s.class = u.n WHERE u.n < 10 GROUP BY u.n ORDER BY u.n))),
    'reasons', json((SELECT json_group_array(json_object('reason', reason, 'plays', plays)) FROM (
        SELECT CASE WHEN reason IN ('', 'unknown', 'none') THEN 'unknown' ELSE reason END AS reason, count(*) AS plays
        FROM stored GROUP BY 1 ORDER BY plays DESC, 1 COLLATE ORDINAL))),
    'byHour', json((SELECT json_group_array(json_object('told', told, 'skipped', skipped)) FROM (
        SELECT coalesce(sum(s.told), 0) AS told, coalesce(sum(s.skipped), 0) AS skipped
        FROM upto u LEFT JOIN stored s ON s.hour = u.n GROUP BY u.n ORDER BY u.n))),
    'mostSkipped', json((SELECT json_group_array(json_object('id', id, 'name', name, 'artist', artist, 'plays', told, 'skipped', skipped)) FROM (
        SELECT t.id, t.name, t.artist, sum(s.told) AS told, sum(s.skipped) AS skipped
        FROM stored s JOIN track_names t USING (recording) GROUP BY s.recording
        HAVING sum(s.told) >= 3 AND sum(s.skipped) >= 1
        ORDER BY sum(s.skipped) DESC, sum(s.told), t.name COLLATE ORDINAL, t.id COLLATE ORDINAL LIMIT 10))))
FROM sums;
