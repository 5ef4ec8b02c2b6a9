-- @artist: an id or a whole name. @q: words that must all stand in title, artist or album.
-- Both null for all; both whatever case, accents and width. @limit.
SELECT json_group_array(json_object(
    'id', id, 'startedAt', utc(started), 'endedAt', utc(ended), 'msPlayed', ms, 'trackId', track_id, 'title', title, 'artist', artist_name,
    'album', album_title, 'source', source_name, 'contextUri', uri, 'counted', json(CASE WHEN counted THEN 'true' ELSE 'false' END),
    'estimated', json(CASE WHEN estimated THEN 'true' ELSE 'false' END)))
FROM (
    SELECT e.id, e.started, e.ended, e.ms, e.estimated, t.id AS track_id, t.name AS title, t.artist AS artist_name, b.name AS album_title, c.uri,
           CASE e.source WHEN 1 THEN 'ExtendedExport' WHEN 2 THEN 'Poll' WHEN 3 THEN 'AccountExport' WHEN 4 THEN 'Exportify' WHEN 5 THEN 'Demo' END AS source_name,
           EXISTS (SELECT 1 FROM played p WHERE p.id = e.id) AS counted
    FROM everything e
    JOIN asked x ON (x.from_day IS NULL OR e.day >= x.from_day) AND (x.to_day IS NULL OR e.day <= x.to_day)
    JOIN track_names t USING (recording)
    JOIN artist_names a ON a.artist = e.artist
    LEFT JOIN album_names b ON b.album = e.album
    LEFT JOIN play_contexts c ON c.id = e.context
    WHERE (@artist IS NULL OR a.id = @artist OR folded(a.name) = folded(@artist))
      AND NOT EXISTS (
          SELECT 1 FROM json_each('["' || replace(@q, ' ', '","') || '"]') w
          WHERE max(instr(folded(t.name), folded(w.value)), instr(folded(t.artist), folded(w.value)), coalesce(instr(folded(b.name), folded(w.value)), 0)) = 0)
    ORDER BY e.started DESC, e.id DESC LIMIT @limit);
