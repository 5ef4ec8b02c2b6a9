using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Moods;

/// <summary>All that decides how a mood map looks; equal requests over the same plays give equal maps.</summary>
/// <param name="ListenerId">Whose tracks.</param>
/// <param name="Moods">How many moods are wanted, k, 2 to 10.</param>
/// <param name="Features">What they are made of.</param>
/// <param name="Scope">Which tracks.</param>
/// <param name="Weight">Whether plays weigh.</param>
/// <param name="Period">Local days whose plays count, for <see cref="MoodScope.Period"/> and <see cref="MoodWeight.Plays"/>.</param>
/// <param name="Counting">Which plays count.</param>
/// <param name="Starts">Searches from fresh seeds; null for as many as the tracks need, see <see cref="StartsFor"/>.</param>
public sealed record MoodMapRequest(
    int ListenerId,
    int Moods,
    FeatureSet Features,
    MoodScope Scope,
    MoodWeight Weight,
    Period Period,
    CountingRule Counting,
    int? Starts = null)
{
    /// <summary>How much each feature matters; what is said of features that are not among <see cref="Features"/> plays no part.</summary>
    public FeatureEmphasis Emphasis { get; init; }

    /// <summary>Whether the map shows the library as it is, which is what names, numbers and colours are remembered of.</summary>
    internal bool IsPlain => this is { Scope: MoodScope.Library, Weight: MoodWeight.None } && Emphasis == FeatureEmphasis.None;

    /// <summary>Fewest moods that can be asked for.</summary>
    public const int FewestMoods = 2;

    /// <summary>Most moods that can be told apart by colour and symbol.</summary>
    public const int MostMoods = 10;

    /// <summary>Moods where nothing else was chosen.</summary>
    public const int DefaultMoods = 5;

    /// <summary>Starts of the API where nothing else was chosen.</summary>
    public const int DefaultStarts = 10;

    private const int StartsOnManyFeatures = 30;
    private const int StartsOnFewTracks = 100;
    private const int FewTracks = 1000;
    private const int ManyFeatures = 12;

    /// <summary>The moods of everything a listener played, saved or imported, made of the nine features: what statistics speak of.</summary>
    /// <param name="listenerId">Whose tracks.</param>
    /// <param name="moods">How many moods are wanted.</param>
    public static MoodMapRequest OfLibrary(int listenerId, int moods) =>
        new(listenerId, moods, FeatureSet.Nine, MoodScope.Library, MoodWeight.None, Period.Everything, CountingRule.Default);

    /// <summary>
    /// Ten starts find the best partition of thousands of tracks by nine features; below a thousand tracks, and from twelve
    /// features on, ten often end beside it (docs/numerics.md), and more cost little there.
    /// </summary>
    public static int StartsFor(int tracks, int features) => tracks < FewTracks
        ? StartsOnFewTracks
        : features >= ManyFeatures ? StartsOnManyFeatures : DefaultStarts;
}
