using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Benchmarks;

/// <summary>A mood map of all tracks but every tenth, five moods drawn at random: how it was made makes no difference to counting by it.</summary>
internal static class StatisticsMoods
{
    private const int Moods = 5;

    public static MoodMap MapOf(LogCatalogue catalogue)
    {
        var random = new Random(7);
        int[] tracks = [.. Enumerable.Range(0, catalogue.Tracks.Count).Where(track => track % 10 != 0)];
        var raw = new FeatureMatrix(FeatureSet.Nine.Keys, [.. Enumerable.Range(0, tracks.Length * FeatureSet.Nine.Count).Select(_ => (float)random.NextDouble())], tracks);
        var scaler = StandardScaler.Fit(raw);
        var scaled = scaler.Transform(raw);
        return new MoodMap
        {
            Request = MoodMapRequest.OfLibrary(1, Moods),
            Catalogue = catalogue,
            Coverage = new MoodCoverage(tracks.Length, catalogue.Tracks.Count),
            Notes = [],
            Features = [.. FeatureSet.Nine.Features],
            Labels = [.. tracks.Select(_ => random.Next(Moods))],
            Moods = [.. Enumerable.Range(0, Moods).Select(mood => new Mood(mood, $"Mood {mood}", 0, 0, [], [.. new double[FeatureSet.Nine.Count]], [], []))],
            Rows = new MoodRows
            {
                Features = [.. FeatureSet.Nine.Features],
                Raw = raw,
                Scaler = scaler,
                Scaled = scaled,
                Emphasis = [.. Enumerable.Repeat(1.0, FeatureSet.Nine.Count)],
                Space = scaled,
                Coordinates = raw,
                Components = PrincipalComponents.Fit(scaled, 3),
                Weights = [],
            },
        };
    }
}
