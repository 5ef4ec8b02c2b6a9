-- The tracks that can be recordings of a listener: those played, saved or imported.
SELECT t.id, t.spotify_id, a.name, t.title, t.album_id, t.duration_ms, t.isrc
FROM tracks t JOIN artists a ON a.id = t.artist_id
WHERE t.id IN (SELECT track_id FROM plays WHERE listener_id = @listener)
   OR t.id IN (SELECT track_id FROM library_tracks WHERE listener_id = @listener)
