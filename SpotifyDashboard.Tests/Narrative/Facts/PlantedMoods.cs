using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Tests.Narrative.Facts;

/// <summary>A mood map made by hand: who is on it and in which mood is decided by the track.</summary>
internal static class PlantedMoods
{
    private static readonly Feature[] s_features = [Feature.Energy, Feature.Valence, Feature.Tempo];

    /// <summary>A map of three moods; every fifth track is not on it.</summary>
    public static MoodMap Of(LogCatalogue catalogue) => Of(catalogue, track => catalogue.Tracks[track].Id % 5 == 4 ? null : catalogue.Tracks[track].Id % 3);

    /// <summary>A map of three moods.</summary>
    /// <param name="catalogue">The tracks.</param>
    /// <param name="moodOf">The mood of a track by its place in the catalogue; null for one that is not on the map.</param>
    public static MoodMap Of(LogCatalogue catalogue, Func<int, int?> moodOf)
    {
        int[] tracks = [.. Enumerable.Range(0, catalogue.Tracks.Count).Where(track => moodOf(track) is not null).OrderBy(track => catalogue.Tracks[track].PublicId, StringComparer.Ordinal)];
        if (tracks.Length == 0)
        {
            return new MoodMap { Request = MoodMapRequest.OfLibrary(1, 3), Catalogue = catalogue, Coverage = new MoodCoverage(0, catalogue.Tracks.Count), Notes = [] };
        }

        var raw = new FeatureMatrix(s_features.Select(Features.KeyOf), [.. tracks.SelectMany(track => new[] { track % 7 / 7f, track % 3 / 3f, 90f + track })], tracks);
        var scaler = StandardScaler.Fit(raw);
        return new MoodMap
        {
            Request = MoodMapRequest.OfLibrary(1, 3),
            Catalogue = catalogue,
            Coverage = new MoodCoverage(tracks.Length, catalogue.Tracks.Count),
            Notes = [],
            Features = [.. s_features],
            Labels = [.. tracks.Select(track => moodOf(track) ?? 0)],
            Moods =
            [
                new Mood(0, "Calm · sombre", 0, 0, [0.21, 0.19, 84.4], [-1.5, -0.9, -0.1], [0, 0, 0], []),
                new Mood(1, "Energetic · fast", 0, 0, [0.91, 0.5, 151.6], [1.4, 0.1, 1.1], [0, 0, 0], []),
                new Mood(2, "Cheerful", 0, 0, [0.6, 0.85, 118], [0.1, 1.3, 0.2], [0, 0, 0], []),
            ],
            Ranges = MinMaxScaler.Fit(raw),
            Rows = new MoodRows
            {
                Features = [.. s_features],
                Raw = raw,
                Scaler = scaler,
                Scaled = scaler.Transform(raw),
                Emphasis = [1, 1, 1],
                Space = scaler.Transform(raw),
                Coordinates = raw,
                Components = PrincipalComponents.Fit(scaler.Transform(raw), 3),
                Weights = [],
            },
        };
    }
}
