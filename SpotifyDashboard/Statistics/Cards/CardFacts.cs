using System.Globalization;
using SpotifyDashboard.Session;

namespace SpotifyDashboard.Statistics.Cards;

/// <summary>What a share card says. It holds no name and no picture of the listener.</summary>
/// <param name="Period">The period in words.</param>
/// <param name="List">What the list ranks: "Top artists".</param>
/// <param name="IsDemo">Whether the plays are made up, which the card then says.</param>
/// <param name="Plays">Counted plays.</param>
/// <param name="Minutes">Their minutes.</param>
/// <param name="Tracks">Different tracks.</param>
/// <param name="Artists">Different artists.</param>
/// <param name="LongestStreak">Most days in a row with a counted play.</param>
/// <param name="Lines">The first places, at most ten.</param>
/// <param name="Wave">Plays over the period from old to new, 0 to 1 of the most; at most <see cref="WavePoints"/> equal stretches.</param>
/// <param name="Day">The local day on which it is made.</param>
internal sealed record CardFacts(
    string Period,
    string List,
    bool IsDemo,
    int Plays,
    double Minutes,
    int Tracks,
    int Artists,
    int LongestStreak,
    IReadOnlyList<CardLine> Lines,
    IReadOnlyList<double> Wave,
    DateOnly Day)
{
    /// <summary>How many bars the wave has at most.</summary>
    public const int WavePoints = 62;

    private const int MostLines = 10;

    /// <summary>Reads the facts of <paramref name="view"/>.</summary>
    public static CardFacts Of(ListeningView view, TopKind list, bool isDemo)
    {
        var summary = Summary.Of(view);
        return new CardFacts(
            PeriodWords.Of(view.Period, view.Today),
            $"Top {list.ToString().ToLowerInvariant()}",
            isDemo,
            summary.Plays,
            summary.Minutes,
            summary.Tracks,
            summary.Artists,
            summary.LongestStreak,
            [.. TopList.Of(view, list, TopMeasure.Plays, MostLines).Select(item => new CardLine(CardText.Clean(item.Name, "Unknown"), item.Artist is { Length: > 0 } artist ? CardText.Clean(artist, "Unknown") : null, item.Plays, item.Ms))],
            PlayWave.Of([.. Calendar.Of(view).Days.Select(day => day.Plays)], WavePoints),
            view.Today);
    }

    /// <summary>The same in words, for those who can't see the picture.</summary>
    public string Words()
    {
        var culture = CultureInfo.CurrentCulture;
        var figures = string.Create(culture, $"{(IsDemo ? "Made-up plays of the demo. " : "")}Listening, {Period}: {Plays:N0} plays, {Minutes:N0} minutes, {Tracks:N0} tracks, {Artists:N0} artists, {LongestStreak:N0} days in a row.");
        var places = Lines.Take(5).Select((line, place) => string.Create(culture, $"{place + 1}. {line.Name}{(line.Artist is null ? "" : $" by {line.Artist}")}, {line.Plays:N0} plays"));
        return Lines.Count == 0 ? $"{figures} Nothing was played." : $"{figures} {List}: {string.Join("; ", places)}.";
    }
}
