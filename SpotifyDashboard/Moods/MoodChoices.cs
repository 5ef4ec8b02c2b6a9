using System.Globalization;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Moods;

/// <summary>What was chosen on the mood map page; all of it stands in the address, so that a link shows the same view.</summary>
/// <param name="Moods">How many moods, k.</param>
/// <param name="Features">What they are made of.</param>
/// <param name="Scope">Which tracks.</param>
/// <param name="Weight">Whether plays weigh.</param>
/// <param name="View">The form.</param>
/// <param name="Period">The period of the picker.</param>
public sealed record MoodChoices(int Moods, FeatureSet Features, MoodScope Scope, MoodWeight Weight, MoodView View, Period Period)
{
    /// <summary>How much each of the features matters.</summary>
    public FeatureEmphasis Emphasis { get; init; }

    private static readonly string[] s_views = ["3d", "2d", "table"];

    /// <summary>Reads the address; what cannot be read is as if it were left out.</summary>
    /// <param name="k">How many moods.</param>
    /// <param name="features"><c>9</c>, <c>13</c> or names.</param>
    /// <param name="scope"><c>library</c> or <c>period</c>; left out, a chosen period means its tracks.</param>
    /// <param name="weight"><c>none</c> or <c>plays</c>.</param>
    /// <param name="view"><c>3d</c>, <c>2d</c> or <c>table</c>.</param>
    /// <param name="period">The period of the picker.</param>
    /// <param name="emphasis">As <c>energy:2,tempo:0.5</c>.</param>
    public static MoodChoices Read(string? k, string? features, string? scope, string? weight, string? view, Period period, string? emphasis = null) => new(
        int.TryParse(k, NumberStyles.None, CultureInfo.InvariantCulture, out var moods) && moods is >= MoodMapRequest.FewestMoods and <= MoodMapRequest.MostMoods
            ? moods
            : MoodMapRequest.DefaultMoods,
        FeatureSet.TryParse(features, out var set, out _) ? set : FeatureSet.Nine,
        scope switch
        {
            "library" => MoodScope.Library,
            "period" => MoodScope.Period,
            _ => period == Period.Everything ? MoodScope.Library : MoodScope.Period,
        },
        weight == "plays" ? MoodWeight.Plays : MoodWeight.None,
        (MoodView)Math.Max(0, Array.IndexOf(s_views, view)),
        period)
    {
        Emphasis = FeatureEmphasis.TryParse(emphasis, out var told, out _) ? told.Within(FeatureSet.TryParse(features, out var chosen, out _) ? chosen : FeatureSet.Nine) : FeatureEmphasis.None,
    };

    /// <summary>The parameters of the address, period aside; null where a choice is the default.</summary>
    public IReadOnlyDictionary<string, object?> ToQuery() => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["k"] = Moods == MoodMapRequest.DefaultMoods ? null : Moods,
        ["features"] = Features == FeatureSet.Nine ? null : Features.ToString(),
        ["emphasis"] = Emphasis == FeatureEmphasis.None ? null : Emphasis.ToString(),
        ["scope"] = Scope == Read(null, null, null, null, null, Period).Scope ? null : Scope.ToString().ToLower(CultureInfo.InvariantCulture),
        ["weight"] = Weight == MoodWeight.None ? null : "plays",
        ["view"] = View == MoodView.Solid ? null : s_views[(int)View],
    };

    /// <summary>What the service is asked for.</summary>
    public MoodMapRequest ToRequest(ListenerProfile listener) =>
        new(listener.Id, Moods, Features, Scope, Weight, Period, listener.CountingRule) { Emphasis = Emphasis };
}
