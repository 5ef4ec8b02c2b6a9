-- Once per counting rule: the counted plays of the whole history in the order of their start, then id.
DROP TABLE IF EXISTS temp.heard;
CREATE TEMP TABLE heard AS
SELECT *, row_number() OVER (ORDER BY started, id) AS n, row_number() OVER (PARTITION BY recording ORDER BY started, id) AS nth
FROM everything
WHERE CASE @rule WHEN 'all' THEN 1 WHEN 'finished' THEN finished ELSE long_enough END
ORDER BY started, id;
CREATE UNIQUE INDEX temp.heard_key ON heard (n);
CREATE UNIQUE INDEX temp.heard_id ON heard (id);
CREATE INDEX temp.heard_day ON heard (day);
