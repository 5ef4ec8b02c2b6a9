using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Demo;

/// <summary>How the tracks of a mood sound: mean and spread of each continuous feature.</summary>
/// <remarks>
/// The means lie where tracks of such a kind lie in Spotify's own figures; the spreads are narrow enough that K-Means with five moods
/// finds them again, and wide enough that the map shows clouds and not points.
/// </remarks>
internal sealed record DemoSound(
    (double Mean, double Spread) Danceability,
    (double Mean, double Spread) Energy,
    (double Mean, double Spread) LoudnessDb,
    (double Mean, double Spread) Speechiness,
    (double Mean, double Spread) Acousticness,
    (double Mean, double Spread) Instrumentalness,
    (double Mean, double Spread) Liveness,
    (double Mean, double Spread) Valence,
    (double Mean, double Spread) TempoBpm,
    double MajorShare)
{
    private static readonly DemoSound[] s_all =
    [
        new((.46, .07), (.91, .04), (-4.2, 1.1), (.09, .03), (.03, .02), (.12, .08), (.24, .09), (.28, .08), (152, 11), .45),
        new((.80, .06), (.79, .06), (-5.3, 1.2), (.06, .02), (.10, .06), (.02, .02), (.16, .07), (.84, .07), (121, 5), .62),
        new((.43, .08), (.24, .07), (-13.2, 1.8), (.04, .01), (.87, .06), (.06, .05), (.12, .04), (.40, .09), (94, 11), .71),
        new((.52, .08), (.33, .08), (-17.5, 2.1), (.05, .01), (.58, .12), (.87, .05), (.11, .03), (.17, .07), (108, 10), .48),
        new((.78, .06), (.61, .07), (-7.1, 1.3), (.32, .06), (.18, .09), (.01, .01), (.17, .07), (.53, .09), (91, 7), .50),
    ];

    /// <summary>The sound of <paramref name="mood"/>.</summary>
    public static DemoSound Of(DemoMood mood) => s_all[(int)mood];

    /// <summary>Draws the features of one track.</summary>
    public AudioFeatures Draw(Random random, int durationMs, DateTimeOffset storedAt) => new()
    {
        Danceability = Share(random, Danceability),
        Energy = Share(random, Energy),
        Key = random.Next(12),
        Loudness = Math.Round(Math.Min(random.NextNormal(LoudnessDb), -0.5), 3),
        Mode = random.NextDouble() < MajorShare ? 1 : 0,
        Speechiness = Share(random, Speechiness),
        Acousticness = Share(random, Acousticness),
        Instrumentalness = Share(random, Instrumentalness),
        Liveness = Share(random, Liveness),
        Valence = Share(random, Valence),
        Tempo = Math.Round(random.NextNormal(TempoBpm), 3),
        DurationMs = durationMs,
        TimeSignature = random.NextDouble() < .93 ? 4 : 3,
        Provenance = "demo",
        StoredAt = storedAt,
    };

    private static double Share(Random random, (double Mean, double Spread) of) =>
        Math.Round(Math.Clamp(random.NextNormal(of), .002, .995), 4);
}
