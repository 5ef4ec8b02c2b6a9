using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Narrative.Mail;

/// <summary>The figures of a report.</summary>
/// <param name="Summary">Tiles, with the stretch before.</param>
/// <param name="Days">Plays per local day, every day of the period.</param>
/// <param name="Artists">The artists played most, five at most.</param>
/// <param name="Tracks">The tracks played most, five at most.</param>
internal sealed record MailFigures(Summary Summary, IReadOnlyList<CalendarDay> Days, IReadOnlyList<TopItem> Artists, IReadOnlyList<TopItem> Tracks)
{
    private const int Listed = 5;

    /// <summary>Reads them off a view.</summary>
    public static MailFigures Of(ListeningView view) => new(
        Summary.Of(view),
        Calendar.Of(view).Days,
        TopList.Of(view, TopKind.Artists, TopMeasure.Plays, Listed),
        TopList.Of(view, TopKind.Tracks, TopMeasure.Plays, Listed));
}
