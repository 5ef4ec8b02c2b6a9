namespace SpotifyDashboard.Tests.Fakes;

/// <summary>How a track sounds, in Spotify's raw units; single values may be unknown to ReccoBeats.</summary>
internal sealed record WorldFeatures
{
    public double? Acousticness { get; init; }

    public double? Danceability { get; init; }

    public double? Energy { get; init; }

    public double? Instrumentalness { get; init; }

    public int? Key { get; init; }

    public double? Liveness { get; init; }

    /// <summary>dB, about −60 to 0.</summary>
    public double? Loudness { get; init; }

    public int? Mode { get; init; }

    public double? Speechiness { get; init; }

    /// <summary>Beats a minute.</summary>
    public double? Tempo { get; init; }

    public double? Valence { get; init; }

    /// <summary>3 to 7; ReccoBeats never tells.</summary>
    public int? TimeSignature { get; init; }

    public static WorldFeatures From(Random random) => new()
    {
        Acousticness = Fraction(random),
        Danceability = Fraction(random),
        Energy = Fraction(random),
        Instrumentalness = Fraction(random),
        Key = random.Next(-1, 12),
        Liveness = Fraction(random),
        Loudness = Math.Round(-random.NextDouble() * 40, 2),
        Mode = random.Next(2),
        Speechiness = Fraction(random),
        Tempo = Math.Round(60 + (random.NextDouble() * 120), 2),
        Valence = Fraction(random),
        TimeSignature = random.Next(3, 8),
    };

    private static double Fraction(Random random) => Math.Round(random.NextDouble(), 3);
}
