using SpotifyDashboard.Listening;
using SpotifyDashboard.Session;

namespace SpotifyDashboard.Statistics.Top20;

/// <summary>A stretch of the top 20.</summary>
/// <param name="Key">As it stands in an address.</param>
/// <param name="Name">As a choice: "Four weeks".</param>
/// <param name="Words">Within a sentence: "the last four weeks".</param>
/// <param name="On">Its local days on a given day.</param>
/// <param name="SpotifyTerm">Spotify's own stretch of about that length, as <c>top_items.range</c> stores it; null where it has none.</param>
public sealed record Top20Range(string Key, string Name, string Words, Func<DateOnly, Period> On, byte? SpotifyTerm)
{
    private const int DaysOfFourWeeks = 28;

    /// <summary>All stretches, from short to long.</summary>
    public static IReadOnlyList<Top20Range> Every { get; } =
    [
        new("4w", "Four weeks", "the last four weeks", static today => new Period(today.AddDays(1 - DaysOfFourWeeks), today), SpotifyTerm: 0),
        new("6m", "Six months", "the last six months", static today => new Period(today.AddMonths(-6).AddDays(1), today), SpotifyTerm: 1),
        new("1y", "One year", "the last year", static today => new Period(today.AddYears(-1).AddDays(1), today), SpotifyTerm: 2),
        new("all", "All time", "all time", static _ => Period.Everything, SpotifyTerm: null),
    ];

    /// <summary>The stretch that is shown where nothing is chosen.</summary>
    public static Top20Range Usual => Every[0];

    /// <summary>The stretch under <paramref name="key"/>; the usual one where none is given.</summary>
    /// <exception cref="RefusedParameterException">There is no such stretch.</exception>
    public static Top20Range Read(string? key) => string.IsNullOrEmpty(key)
        ? Usual
        : Every.FirstOrDefault(range => string.Equals(range.Key, key, StringComparison.OrdinalIgnoreCase))
            ?? throw new RefusedParameterException("range", $"'{key}' is not accepted; 'range' is one of {string.Join(", ", Every.Select(range => range.Key))}.");
}
