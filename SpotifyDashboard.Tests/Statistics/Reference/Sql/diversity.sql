-- span is null for the period, else a month of it.
WITH
counted AS MATERIALIZED (SELECT NULL AS span, artist FROM played UNION ALL SELECT month, artist FROM played),
artists AS MATERIALIZED (SELECT span, artist, count(*) AS x FROM counted GROUP BY span, artist),
ranked AS MATERIALIZED (
    SELECT span, x, 1.0 * x / sum(x) OVER (PARTITION BY span) AS p, row_number() OVER (PARTITION BY span ORDER BY x) AS i, count(*) OVER (PARTITION BY span) AS n
    FROM artists),
sums AS MATERIALIZED (
    SELECT span, sum(x) AS plays, count(*) AS artists, -sum(p * log2(p)) AS shannon, 1.0 * sum((2 * i - n - 1) * x) / (n * sum(x)) AS gini
    FROM ranked GROUP BY span),
answers AS MATERIALIZED (
    SELECT span, plays, artists, shannon, pow(2, shannon) AS effective, CASE WHEN artists >= 2 THEN shannon / log2(artists) END AS evenness, gini
    FROM (SELECT NULL AS span UNION ALL SELECT month FROM months) LEFT JOIN sums USING (span) WHERE span IS NOT NULL
    UNION ALL
    SELECT NULL, plays, artists, shannon, pow(2, shannon), CASE WHEN artists >= 2 THEN shannon / log2(artists) END, gini
    FROM (SELECT 1) LEFT JOIN sums ON span IS NULL)
SELECT json_object(
    'plays', coalesce(plays, 0), 'artists', coalesce(artists, 0), 'shannon', shannon, 'effectiveArtists', effective, 'evenness', evenness, 'gini', gini,
    'months', json((SELECT json_group_array(json_object(
            'start', start, 'plays', plays, 'artists', artists, 'shannon', shannon,
            'effectiveArtists', effective, 'evenness', evenness, 'gini', gini)) FROM (
        SELECT m.start, coalesce(b.plays, 0) AS plays, coalesce(b.artists, 0) AS artists, b.shannon, b.effective, b.evenness, b.gini
        FROM months m JOIN answers b ON b.span = m.month ORDER BY m.month))))
FROM answers WHERE span IS NULL;
