namespace SpotifyDashboard.Tests.Moods;

/// <summary>A track of a test library.</summary>
/// <param name="Id">Its Spotify id; null for a track known by name only.</param>
/// <param name="Features">Values by snake_case key; a key left out is unknown, none at all means no row of features.</param>
public sealed record Song(string? Id, IReadOnlyDictionary<string, double> Features)
{
    public string Title { get; init; } = $"Song {Id}";

    public string Artist { get; init; } = "An artist";

    /// <summary>Moments at which it was played for three minutes.</summary>
    public IReadOnlyList<DateTimeOffset> Plays { get; init; } = [];

    /// <summary>Whether it was saved or imported; a played track need not be.</summary>
    public bool IsInLibrary { get; init; } = true;

    /// <summary>A track with the nine features, all 0.5 but those given.</summary>
    public static Song Of(string id, params (string Key, double Value)[] features)
    {
        var values = SpotifyDashboard.Moods.FeatureSet.Nine.Keys.ToDictionary(key => key, _ => 0.5);
        foreach (var (key, value) in features)
        {
            values[key] = value;
        }

        return new Song(id, values);
    }
}
