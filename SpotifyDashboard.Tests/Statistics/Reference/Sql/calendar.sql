SELECT json_object('timeZone', (SELECT zone FROM asked), 'days', json_group_array(json_object('date', date, 'plays', plays, 'ms', ms)))
FROM (
    SELECT d.date, count(p.n) AS plays, coalesce(sum(p.ms), 0) AS ms
    FROM days d LEFT JOIN played p ON p.day = d.day
    WHERE d.which = 'now' GROUP BY d.day ORDER BY d.day);
