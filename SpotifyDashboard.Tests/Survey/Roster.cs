using System.Collections.Immutable;
using System.Globalization;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Survey;

namespace SpotifyDashboard.Tests.Survey;

/// <summary>Surveys made by hand.</summary>
internal static class Roster
{
    public static SurveyRoster Of(params IEnumerable<Respondent> respondents) =>
        new(1, SurveySource.Upload, [.. respondents], "class.csv", ReadAt: null, Problem: null);

    /// <summary>A respondent whose answers the test changes with <c>with</c>.</summary>
    public static Respondent Respondent(int number, ImmutableArray<double?> features = default) => new(
        string.Create(CultureInfo.InvariantCulture, $"r{number:000}"),
        NameHash: "",
        string.Create(CultureInfo.InvariantCulture, $"R {number}"),
        Timestamp: null,
        Age: null,
        Major: null,
        Year: null,
        Hometown: null,
        FavoriteSong: features.IsDefault ? null : "Song",
        Artist: null,
        HoursPerDay: null,
        ListeningTime: null,
        features.IsDefault ? null : new SongMatch($"t{number}", "Song", "Artist", 1, IsCorrected: false, Popularity: null, [], features));

    /// <summary>Thirteen known features around those of <paramref name="seed"/>.</summary>
    public static ImmutableArray<double?> Sound(int seed, double energy = 0.5)
    {
        var random = new Random(seed);
        return [.. Features.Thirteen.Select(feature => (double?)(feature switch
        {
            Feature.Energy => energy + (0.05 * random.NextDouble()),
            Feature.Loudness => -20 * random.NextDouble(),
            Feature.Tempo => 80 + (80 * random.NextDouble()),
            Feature.DurationMs => 180_000 + (60_000 * random.NextDouble()),
            Feature.Key => random.Next(12),
            Feature.Mode => random.Next(2),
            Feature.TimeSignature => 3 + random.Next(2),
            _ => random.NextDouble(),
        }))];
    }

    /// <summary>Respondents 1 to <paramref name="count"/> with sounds of their own.</summary>
    public static IEnumerable<Respondent> People(int count, int seed = 0) => Enumerable.Range(1, count).Select(number => Respondent(number, Sound(seed + number)));
}
