-- Once per period: what is asked for, the stretch before, the counted plays within, and the days, weeks and months that are listed.
-- @from and @to are local day numbers (days since 1970-01-01) or null; @today is the listener's local day.
DROP TABLE IF EXISTS temp.asked;
DROP TABLE IF EXISTS temp.played;
DROP TABLE IF EXISTS temp.days;
DROP TABLE IF EXISTS temp.months;

CREATE TEMP TABLE played AS
SELECT * FROM heard WHERE (@from IS NULL OR day >= @from) AND (@to IS NULL OR day <= @to) ORDER BY n;
CREATE UNIQUE INDEX temp.played_id ON played (id);
CREATE UNIQUE INDEX temp.played_key ON played (n);
CREATE INDEX temp.played_recording ON played (recording, n);
CREATE INDEX temp.played_month ON played (month);
CREATE INDEX temp.played_day ON played (day);

-- A period from the 10th to the 12th is compared with the 7th to the 9th; one without a last day ends today, one without a first has none.
CREATE TEMP TABLE asked AS
SELECT @zone AS zone, @today AS today, @from AS from_day, @to AS to_day,
       CASE WHEN coalesce(@to, @today) >= @from THEN 2 * @from - coalesce(@to, @today) - 1 END AS before_from,
       CASE WHEN coalesce(@to, @today) >= @from THEN @from - 1 END AS before_to,
       coalesce(@from, (SELECT min(day) FROM played)) AS first_day,
       coalesce(@to, (SELECT max(day) FROM played)) AS last_day;

-- The days that Calendar lists (which = 'now') and those of the stretch before.
CREATE TEMP TABLE days AS
WITH RECURSIVE listed(which, day, last) AS (
    SELECT 'now', first_day, last_day FROM asked WHERE first_day <= last_day
    UNION ALL SELECT 'before', before_from, before_to FROM asked WHERE before_from IS NOT NULL
    UNION ALL SELECT which, day + 1, last FROM listed WHERE day < last)
SELECT which, day, date(day * 86400, 'unixepoch') AS date, (day + 3) % 7 AS weekday,
       CAST(strftime('%Y', day * 86400, 'unixepoch') AS INTEGER) AS year,
       12 * CAST(strftime('%Y', day * 86400, 'unixepoch') AS INTEGER) + CAST(strftime('%m', day * 86400, 'unixepoch') AS INTEGER) - 1 AS month
FROM listed;

CREATE TEMP TABLE months AS
SELECT DISTINCT month, printf('%04d-%02d-01', month / 12, month % 12 + 1) AS start FROM days WHERE which = 'now';
