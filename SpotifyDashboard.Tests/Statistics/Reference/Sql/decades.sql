WITH
dated AS MATERIALIZED (
    SELECT p.ms, p.recording, CAST(substr(b.release_date, 1, 4) AS INTEGER) AS year
    FROM played p JOIN albums b ON b.id = p.album WHERE b.release_date IS NOT NULL AND b.release_date <> ''),
sums AS MATERIALIZED (SELECT (SELECT count(*) FROM dated) AS known, (SELECT count(*) FROM played) AS plays)
SELECT json_object(
    'known', known,
    'plays', plays,
    'coverage', 1.0 * known / nullif(plays, 0),
    'medianYear', (SELECT year FROM (SELECT year, row_number() OVER (ORDER BY year) AS rank FROM dated) WHERE rank = (known + 1) / 2),
    'decades', json((SELECT json_group_array(json_object('decade', decade, 'plays', plays, 'ms', ms, 'tracks', tracks)) FROM (
        SELECT year / 10 * 10 AS decade, count(*) AS plays, sum(ms) AS ms, count(DISTINCT recording) AS tracks FROM dated GROUP BY 1 ORDER BY 1))),
    'years', json((SELECT json_group_array(json_object('year', year, 'plays', plays)) FROM (
        SELECT year, count(*) AS plays FROM dated GROUP BY 1 ORDER BY 1))))
FROM sums;
