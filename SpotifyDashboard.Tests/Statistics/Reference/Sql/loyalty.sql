WITH
steps AS MATERIALIZED (SELECT *, lag(recording) OVER (ORDER BY n) AS before, row_number() OVER (ORDER BY n) AS place FROM played),
runs AS MATERIALIZED (
    SELECT recording, min(started) AS started, count(*) AS plays, min(n) AS n
    FROM (SELECT *, place - row_number() OVER (PARTITION BY recording ORDER BY n) AS island FROM steps) GROUP BY recording, island),
by_track AS MATERIALIZED (SELECT recording, count(*) AS plays FROM played GROUP BY recording),
by_artist AS MATERIALIZED (SELECT artist, count(*) AS plays, sum(ms) AS ms, count(DISTINCT month) AS months FROM played GROUP BY artist),
top_artists AS MATERIALIZED (SELECT plays FROM by_artist ORDER BY plays DESC LIMIT 10),
by_day AS MATERIALIZED (SELECT row_number() OVER (ORDER BY count(*) DESC) AS rank, count(*) AS plays FROM played GROUP BY day),
sums AS MATERIALIZED (SELECT count(*) AS plays, count(DISTINCT recording) AS tracks FROM played)
SELECT json_object(
    'plays', plays,
    'tracks', tracks,
    'repeatShare', 1.0 * (plays - tracks) / nullif(plays, 0),
    'onceTracks', (SELECT count(*) FROM by_track b WHERE b.plays = 1),
    'backToBack', (SELECT count(*) FROM steps WHERE recording = before),
    'longestRun', json((
        SELECT json_object('id', t.id, 'name', t.name, 'artist', t.artist, 'plays', r.plays, 'startedAt', utc(r.started))
        FROM runs r JOIN track_names t USING (recording) WHERE r.plays >= 2 ORDER BY r.plays DESC, r.n LIMIT 1)),
    'topArtistShare', (SELECT 1.0 * max(b.plays) FROM by_artist b) / nullif(plays, 0),
    'topTenArtistShare', (SELECT 1.0 * sum(b.plays) FROM top_artists b) / nullif(plays, 0),
    'eddington', (SELECT coalesce(max(rank), 0) FROM by_day b WHERE b.plays >= rank),
    'faithful', json((SELECT json_group_array(json_object('id', id, 'name', name, 'months', months, 'plays', plays, 'ms', ms)) FROM (
        SELECT a.id, a.name, b.months, b.plays, b.ms FROM by_artist b JOIN artist_names a USING (artist)
        ORDER BY b.months DESC, b.plays DESC, b.ms DESC, a.name COLLATE ORDINAL, a.id COLLATE ORDINAL LIMIT 10))))
FROM sums;
