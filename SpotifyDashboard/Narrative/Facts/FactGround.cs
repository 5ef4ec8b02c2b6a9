using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Narrative.Facts;

/// <summary>What the facts of one list are made from.</summary>
/// <param name="View">The plays of the period.</param>
/// <param name="Map">The moods of the listener's library.</param>
/// <param name="Summary">The figures of the period and of the stretch before.</param>
/// <param name="Days">First and last day that the facts are about.</param>
/// <param name="HasNames">Whether names of artists, tracks and genres may be said.</param>
internal sealed record FactGround(ListeningView View, MoodMap Map, Summary Summary, FactDays Days, bool HasNames)
{
    /// <summary>Stretches in which plays may be missing.</summary>
    public IReadOnlyList<Gap> Gaps { get; init; } = [];

    /// <summary>Counted plays below which a habit (weekday, hour, variety) is chance.</summary>
    public const int Enough = 20;

    /// <summary>The share of plays that must be known before something is said of all: the rule of the hipster score.</summary>
    public const double LeastCoverage = Statistics.Taste.HipsterScore.LeastCoverage;

    /// <summary>The share from which on nobody need be told that some are missing.</summary>
    public const double FullCoverage = 0.95;

    /// <summary>Counted plays of the period.</summary>
    public int Plays => Summary.Plays;

    /// <summary>How many days the facts are about.</summary>
    public int DayCount => Days.To.DayNumber - Days.From.DayNumber + 1;

    /// <summary>A name as it may be said; null where names are left out or it has none.</summary>
    public FactName? NameOf(FactNameKind kind, string? name) =>
        HasNames && FactNames.Clean(name) is { Length: > 0 } clean ? new FactName(kind, clean) : null;

    /// <summary>The address of a page with the period of the facts.</summary>
    /// <param name="path">The page, without query.</param>
    /// <param name="choices">What else its address chooses, as <c>section=taste</c>.</param>
    /// <param name="anchor">The part of the page.</param>
    public string AddressOf(string path, string? choices = null, string? anchor = null) => FactAddress.Of(path, View.Period, choices, anchor);
}
