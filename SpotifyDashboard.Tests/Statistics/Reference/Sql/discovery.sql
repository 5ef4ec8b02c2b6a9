WITH
-- The very first counted play in the whole history; a month of it is the local month of that play.
first_tracks AS MATERIALIZED (SELECT h.recording, h.n, h.started, h.month, h.day FROM heard h JOIN (SELECT min(n) AS n FROM heard GROUP BY recording) USING (n)),
first_artists AS MATERIALIZED (SELECT h.artist, h.n, h.started, h.month, h.day FROM heard h JOIN (SELECT min(n) AS n FROM heard GROUP BY artist) USING (n)),
first_albums AS MATERIALIZED (SELECT h.album, h.n FROM heard h JOIN (SELECT min(n) AS n FROM heard WHERE album IS NOT NULL GROUP BY album) USING (n)),
new_tracks AS MATERIALIZED (SELECT f.* FROM first_tracks f JOIN played USING (n)),
new_artists AS MATERIALIZED (SELECT f.* FROM first_artists f JOIN played USING (n)),
loves AS MATERIALIZED (SELECT p.started - f.started AS wait FROM played p JOIN first_tracks f USING (recording) WHERE p.nth = 5),
ranked AS MATERIALIZED (SELECT wait, row_number() OVER (ORDER BY wait) AS rank, count(*) OVER () AS n FROM loves),
by_month AS MATERIALIZED (
    SELECT p.month, count(*) AS plays, coalesce(sum(f.month = p.month), 0) AS plays_of_new, count(DISTINCT p.recording) AS tracks, count(DISTINCT p.artist) AS artists
    FROM played p LEFT JOIN new_tracks f USING (recording) GROUP BY p.month),
sums AS MATERIALIZED (SELECT (SELECT count(*) FROM played) AS plays, (SELECT count(*) FROM played JOIN new_tracks USING (recording)) AS plays_of_new)
SELECT json_object(
    'newTracks', (SELECT count(*) FROM new_tracks),
    'newArtists', (SELECT count(*) FROM new_artists),
    'newAlbums', (SELECT count(*) FROM first_albums JOIN played USING (n)),
    'plays', plays,
    'playsOfNew', plays_of_new,
    'shareOfNew', 1.0 * plays_of_new / nullif(plays, 0),
    'lovedTracks', (SELECT count(*) FROM loves),
    'medianDaysToLove', (SELECT avg(wait) / 86400000.0 FROM ranked WHERE rank IN ((n + 1) / 2, (n + 2) / 2)),
    'months', json((SELECT json_group_array(json_object(
            'start', start, 'plays', plays, 'playsOfNew', plays_of_new, 'tracks', tracks, 'newTracks', new_tracks,
            'artists', artists, 'newArtists', new_artists)) FROM (
        SELECT m.start, coalesce(b.plays, 0) AS plays, coalesce(b.plays_of_new, 0) AS plays_of_new,
               coalesce(b.tracks, 0) AS tracks, coalesce(b.artists, 0) AS artists,
               (SELECT count(*) FROM new_tracks t WHERE t.month = m.month) AS new_tracks,
               (SELECT count(*) FROM new_artists a WHERE a.month = m.month) AS new_artists
        FROM months m LEFT JOIN by_month b USING (month) ORDER BY m.month))),
    'topNewTracks', json((SELECT json_group_array(json_object(
            'id', id, 'name', name, 'artist', artist, 'firstPlayedAt', utc(started), 'plays', plays, 'ms', ms)) FROM (
        SELECT t.id, t.name, t.artist, f.started, count(*) AS plays, sum(p.ms) AS ms
        FROM played p JOIN new_tracks f USING (recording) JOIN track_names t USING (recording)
        GROUP BY p.recording ORDER BY plays DESC, ms DESC, t.name COLLATE ORDINAL, t.id COLLATE ORDINAL LIMIT 10))),
    'topNewArtists', json((SELECT json_group_array(json_object(
            'id', id, 'name', name, 'artist', NULL, 'firstPlayedAt', utc(started), 'plays', plays, 'ms', ms)) FROM (
        SELECT a.id, a.name, f.started, count(*) AS plays, sum(p.ms) AS ms
        FROM played p JOIN new_artists f USING (artist) JOIN artist_names a USING (artist)
        GROUP BY p.artist ORDER BY plays DESC, ms DESC, a.name COLLATE ORDINAL, a.id COLLATE ORDINAL LIMIT 10))))
FROM sums;
