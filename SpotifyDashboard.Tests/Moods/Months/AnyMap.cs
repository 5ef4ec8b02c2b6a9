using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Numerics;
using MoodOfMap = SpotifyDashboard.Moods.Mood;

namespace SpotifyDashboard.Tests.Moods.Months;

/// <summary>A map of some tracks of any catalogue, with features drawn from their row numbers: of those with a Spotify id, four of five.</summary>
internal static class AnyMap
{
    private const int Moods = 3;

    public static MoodMap Of(LogCatalogue catalogue)
    {
        int[] tracks = [.. Enumerable.Range(0, catalogue.Tracks.Count).Where(track => catalogue.Tracks[track].SpotifyId is not null && (catalogue.Tracks.Count == 1 || catalogue.Tracks[track].Id % 5 != 0)).OrderBy(track => catalogue.Tracks[track].PublicId, StringComparer.Ordinal)];
        var values = tracks.SelectMany(track => new Random(catalogue.Tracks[track].Id) is var random ? Enumerable.Range(0, 3).Select(_ => (float)random.NextDouble()) : []).ToArray();
        var raw = new FeatureMatrix(["danceability", "energy", "valence"], values, tracks);
        var scaler = StandardScaler.Fit(raw);
        var scaled = scaler.Transform(raw);
        var components = PrincipalComponents.Fit(scaled, 3);
        return new MoodMap
        {
            Request = MoodMapRequest.OfLibrary(1, Moods),
            Catalogue = catalogue,
            Coverage = new MoodCoverage(tracks.Length, catalogue.Tracks.Count),
            Notes = [],
            Features = [Feature.Danceability, Feature.Energy, Feature.Valence],
            Labels = [.. tracks.Select(track => catalogue.Tracks[track].Id % Moods)],
            Moods = [.. Enumerable.Range(0, Moods).Select(mood => new MoodOfMap(mood, $"Mood {mood}", 0, 0, [], [mood - 1, (mood - 1) / 2.0, 0], [], []))],
            Rows = new MoodRows { Features = [Feature.Danceability, Feature.Energy, Feature.Valence], Raw = raw, Scaler = scaler, Scaled = scaled, Coordinates = components.Transform(scaled), Components = components, Weights = [] },
        };
    }
}
