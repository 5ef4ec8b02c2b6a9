using SpotifyDashboard.Listening;
using SpotifyDashboard.Session;

namespace SpotifyDashboard.Moods.Pages;

/// <summary>The map that an address of the API asks for. An impossible value is refused with its name.</summary>
/// <param name="Moods">How many moods.</param>
/// <param name="Features">What they are made of.</param>
/// <param name="Emphasis">How much each of them matters.</param>
/// <param name="Scope">Which tracks.</param>
/// <param name="Weight">Whether plays weigh.</param>
/// <param name="Period">The period of the plays.</param>
/// <param name="Rule">Which plays count; null for the listener's own choice.</param>
internal sealed record AskedMap(int Moods, FeatureSet Features, FeatureEmphasis Emphasis, MoodScope Scope, MoodWeight Weight, Period Period, CountingRule? Rule)
{
    public const string K = "How many moods, 2 to 10; 5 by default";

    public const string FeatureNames = "9 (default), 13, or snake_case names of audio features separated by commas";

    public const string Emphases = "How much features matter, as energy:2,tempo:0.5 (0.5, 1, 2 or 3 each); alike by default";

    public const string Scopes = "library (default): every track played, saved or imported; period: tracks with a counted play from `from` to `to`";

    public const string Weights = "none (default) or plays: counted plays of the period weigh in K-Means";

    /// <summary>Reads the parameters that all addresses of moods share.</summary>
    /// <exception cref="RefusedParameterException">One of them can't be used.</exception>
    public static AskedMap Read(string? k, string? features, string? emphasis, string? scope, string? weight, string? from, string? to, string? count) => new(
        Asked.Number("k", k, MoodMapRequest.DefaultMoods, MoodMapRequest.FewestMoods, MoodMapRequest.MostMoods),
        FeatureSet.TryParse(features, out var set, out var problem) ? set : throw new RefusedParameterException("features", problem),
        FeatureEmphasis.TryParse(emphasis, out var told, out var refused) ? told.Within(set) : throw new RefusedParameterException("emphasis", refused),
        Asked.OneOf<MoodScope>("scope", scope) ?? MoodScope.Library,
        Asked.OneOf<MoodWeight>("weight", weight) ?? MoodWeight.None,
        Asked.Period(from, to),
        Asked.OneOf<CountingRule>("count", count));

    /// <summary>The map of one listener.</summary>
    public MoodMapRequest Of(ListenerProfile listener) => new(listener.Id, Moods, Features, Scope, Weight, Period, Rule ?? listener.CountingRule) { Emphasis = Emphasis };
}
