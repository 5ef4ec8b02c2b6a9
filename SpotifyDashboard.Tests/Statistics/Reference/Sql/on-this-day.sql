-- @day: a local day number. The period is not asked for.
WITH
then_heard AS MATERIALIZED (
    SELECT * FROM heard
    WHERE year < CAST(strftime('%Y', @day * 86400, 'unixepoch') AS INTEGER)
      AND strftime('%m-%d', day * 86400, 'unixepoch') = strftime('%m-%d', @day * 86400, 'unixepoch')),
sums AS MATERIALIZED (
    SELECT h.year, t.id, t.name, t.artist, count(*) AS plays, sum(h.ms) AS ms
    FROM then_heard h JOIN track_names t USING (recording) GROUP BY h.year, h.recording),
ranked AS MATERIALIZED (SELECT *, row_number() OVER (PARTITION BY year ORDER BY plays DESC, ms DESC, name COLLATE ORDINAL, id COLLATE ORDINAL) AS rank FROM sums)
SELECT json_object('day', date(@day * 86400, 'unixepoch'), 'years', json_group_array(json_object('year', year, 'plays', plays, 'ms', ms, 'tracks', json(tracks))))
FROM (
    SELECT y.year, sum(y.plays) AS plays, sum(y.ms) AS ms,
        (SELECT json_group_array(json_object('id', id, 'name', name, 'artist', artist, 'plays', plays, 'ms', ms)) FROM (
            SELECT * FROM ranked r WHERE r.year = y.year AND r.rank <= 3 ORDER BY r.rank)) AS tracks
    FROM sums y GROUP BY y.year ORDER BY y.year DESC);
