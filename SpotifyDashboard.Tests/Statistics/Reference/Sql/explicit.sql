SELECT json_object(
    'known', count(explicit),
    'plays', count(*),
    'coverage', 1.0 * count(explicit) / nullif(count(*), 0),
    'explicit', coalesce(sum(explicit), 0),
    'share', avg(explicit),
    'months', json((SELECT json_group_array(json_object('start', start, 'known', known, 'explicit', explicit, 'share', share)) FROM (
        SELECT m.start, count(p.explicit) AS known, coalesce(sum(p.explicit), 0) AS explicit, avg(p.explicit) AS share
        FROM months m LEFT JOIN played p USING (month) GROUP BY m.month ORDER BY m.month))))
FROM played;
