namespace SpotifyDashboard.Storage;

/// <summary>One row of <see cref="PlayRows"/>: six numbers, several of them packed, since what a reader costs is mostly the number of values it hands over.</summary>
/// <param name="StartedMs">Start of the play, milliseconds since 1970 (UTC).</param>
/// <param name="Id">Its id.</param>
/// <param name="TrackAndMs">Row number of the track in the upper half, milliseconds played in the lower.</param>
/// <param name="EndedAfterMs">How long after its start it ended.</param>
/// <param name="Detail">Circumstance, flags, source and precision.</param>
/// <param name="Context">Row number of the context; 0 where there is none.</param>
internal readonly record struct PlayRow(long StartedMs, long Id, long TrackAndMs, long EndedAfterMs, long Detail, int Context)
{
    /// <summary>The columns in this order.</summary>
    public const string Columns =
        "started_at, id, CAST(track_id AS bigint) * 4294967296 + ms_played, ended_at - started_at, "
        + "CAST(circumstance_id AS bigint) * 1048576 + flags * 4096 + source * 16 + precision, COALESCE(context_id, 0)";
}
