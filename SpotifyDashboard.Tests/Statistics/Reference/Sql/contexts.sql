-- @limit.
-- Your catalogue: the artists and albums of the tracks that you played or saved.
WITH
mine AS MATERIALIZED (SELECT t.artist_id, t.album_id FROM recordings r JOIN tracks t ON t.id = r.track_id),
spoken AS MATERIALIZED (
    SELECT p.ms, c.uri, CASE
        WHEN c.uri LIKE 'spotify:playlist:%' OR c.uri LIKE 'spotify:user:%:playlist:%' THEN 'playlist'
        WHEN c.uri LIKE 'spotify:album:%' THEN 'album'
        WHEN c.uri LIKE 'spotify:artist:%' THEN 'artist'
        WHEN c.uri LIKE 'spotify:collection%' OR c.uri LIKE 'spotify:user:%:collection%' THEN 'saved'
        ELSE 'other' END AS kind
    FROM played p JOIN play_contexts c ON c.id = p.context),
sums AS MATERIALIZED (SELECT (SELECT count(*) FROM spoken) AS known, (SELECT count(*) FROM played) AS plays)
SELECT json_object(
    'known', known,
    'plays', plays,
    'coverage', 1.0 * known / nullif(plays, 0),
    'kinds', json((SELECT json_group_array(json_object('kind', kind, 'plays', plays, 'ms', ms)) FROM (
        SELECT kind, count(*) AS plays, sum(ms) AS ms FROM spoken GROUP BY kind ORDER BY plays DESC, ms DESC, kind COLLATE ORDINAL))),
    'top', json((SELECT json_group_array(json_object('uri', uri, 'kind', kind, 'name', name, 'plays', plays, 'ms', ms)) FROM (
        SELECT s.uri, s.kind, count(*) AS plays, sum(s.ms) AS ms, CASE s.kind
            WHEN 'album' THEN (SELECT b.title FROM albums b WHERE b.spotify_id = substr(s.uri, 15) AND b.spotify_id <> '' AND b.id IN (SELECT album_id FROM mine))
            WHEN 'artist' THEN (SELECT a.name FROM artists a WHERE a.spotify_id = substr(s.uri, 16) AND a.spotify_id <> '' AND a.id IN (SELECT artist_id FROM mine)) END AS name
        FROM spoken s GROUP BY s.uri ORDER BY count(*) DESC, sum(s.ms) DESC, s.uri COLLATE ORDINAL LIMIT @limit))))
FROM sums;
