namespace SpotifyDashboard.Listening;

/// <summary>The sets of audio features that a mood map can be made of, and their names.</summary>
public static class Features
{
    private static readonly string[] s_keys =
    [
        "danceability", "energy", "key", "loudness", "mode", "speechiness", "acousticness",
        "instrumentalness", "liveness", "valence", "tempo", "duration_ms", "time_signature",
    ];

    /// <summary>The nine that vary continuously: the default of the mood map.</summary>
    public static IReadOnlyList<Feature> Nine { get; } =
    [
        Feature.Danceability, Feature.Energy, Feature.Loudness, Feature.Speechiness, Feature.Acousticness,
        Feature.Instrumentalness, Feature.Liveness, Feature.Valence, Feature.Tempo,
    ];

    /// <summary>All thirteen.</summary>
    public static IReadOnlyList<Feature> Thirteen { get; } = Enum.GetValues<Feature>();

    /// <summary>Spotify's snake_case key, for example <c>time_signature</c>.</summary>
    public static string KeyOf(Feature feature) => s_keys[(int)feature];

    /// <summary>The feature with Spotify's snake_case key <paramref name="key"/>, or null where there is none.</summary>
    public static Feature? Parse(string key)
    {
        var index = Array.IndexOf(s_keys, key);
        return index < 0 ? null : (Feature)index;
    }
}
