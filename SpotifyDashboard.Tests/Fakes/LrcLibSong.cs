namespace SpotifyDashboard.Tests.Fakes;

/// <summary>A record of the fake LRCLIB.</summary>
internal sealed record LrcLibSong(string Title, string Artist, double Seconds = 214, string Album = "Tidvatten")
{
    public long Id { get; init; }

    public bool IsInstrumental { get; init; }

    public string? Plain { get; init; }

    public string? Synced { get; init; }
}
