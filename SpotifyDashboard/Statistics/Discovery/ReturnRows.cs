using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>The lists of recordings that go and come, as they are shown.</summary>
internal static class ReturnRows
{
    private const int MostShown = 6;
    private const int DaysPerYear = 365;

    /// <summary>The first rows of a list.</summary>
    public static IReadOnlyList<ListedTrack> Of(ListeningView view, ReturnKind kind) => kind switch
    {
        ReturnKind.Rediscovered => Rediscovered(Rediscoveries.Of(view, MostShown), view.Zone),
        ReturnKind.Forgotten => Forgotten(ForgottenFavourites.Of(view, MostShown), view.Zone),
        ReturnKind.Obsessions => Obsessed(Obsessions.Of(view, MostShown), view.Zone),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There are three lists."),
    };

    private static List<ListedTrack> Rediscovered(IReadOnlyList<Rediscovery> rows, TimeZoneInfo zone) => [.. rows.Select(row => new ListedTrack(
        ListedTrack.TrackPage(row.Id),
        row.Name,
        $"{row.Artist} · back after {Away(row.DaysAway)}, {Said.Day(Said.LocalDay(row.ReturnedAt, zone))}",
        row.ImageUrl,
        (double)row.PlaysSince / rows[0].PlaysSince,
        Said.Plays(row.PlaysSince)))];

    private static List<ListedTrack> Forgotten(IReadOnlyList<ForgottenFavourite> rows, TimeZoneInfo zone) => [.. rows.Select(row => new ListedTrack(
        ListedTrack.TrackPage(row.Id),
        row.Name,
        $"{row.Artist} · last on {Said.Day(Said.LocalDay(row.LastPlayedAt, zone))}",
        row.ImageUrl,
        (double)row.Plays / rows[0].Plays,
        Said.Plays(row.Plays)))];

    private static List<ListedTrack> Obsessed(IReadOnlyList<Obsession> rows, TimeZoneInfo zone) => [.. rows.Select(row => new ListedTrack(
        ListedTrack.TrackPage(row.Id),
        row.Name,
        $"{row.Artist} · {Days(Said.LocalDay(row.From, zone), Said.LocalDay(row.To, zone))}",
        row.ImageUrl,
        (double)row.Plays / rows[0].Plays,
        Said.Plays(row.Plays)))];

    private static string Days(DateOnly from, DateOnly to) => from == to ? Said.Day(from) : $"{Said.Day(from)} – {Said.Day(to)}";

    private static string Away(int days) => days < 2 * DaysPerYear ? Said.Counted(days, "day", "days") : $"{Said.Number(days / DaysPerYear)} years";
}
