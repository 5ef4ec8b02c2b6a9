namespace SpotifyDashboard.Tests.Fixtures;

/// <summary>What a generated export truly holds, counted as it was made.</summary>
public sealed class ExportTruth
{
    /// <summary>Plays and milliseconds per track id.</summary>
    public Dictionary<string, (long Plays, long Ms)> Tracks { get; } = new(StringComparer.Ordinal);

    /// <summary>Start of each play, milliseconds since 1970; filled where asked for.</summary>
    public List<(string Track, long StartedAt, int MsPlayed)>? Plays { get; set; }

    public long Read { get; set; }

    public long Added { get; set; }

    public long Duplicate { get; set; }

    public long NotMusic { get; set; }

    public long Malformed { get; set; }

    public long TotalMs => Tracks.Values.Sum(track => track.Ms);
}
