using System.Globalization;
using SpotifyDashboard.Components.Charts;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>What was new in a period, as it is shown.</summary>
/// <param name="Figures">What the numbers count, and the numbers as they are read.</param>
/// <param name="Course">New and known plays month by month; null where nothing was played.</param>
/// <param name="Stretches">The days of each month drawn.</param>
/// <param name="Tracks">The most played new recordings.</param>
/// <param name="Artists">The most played new artists.</param>
public sealed record DiscoveryView(
    IReadOnlyList<(string Counts, string Figure)> Figures,
    ChartFigure? Course,
    IReadOnlyList<Period> Stretches,
    IReadOnlyList<ListedTrack> Tracks,
    IReadOnlyList<ListedTrack> Artists)
{
    private const int MostShown = 5;

    /// <summary>Draws <paramref name="view"/>.</summary>
    public static DiscoveryView Of(ListeningView view)
    {
        var found = Discoveries.Of(view);
        return new DiscoveryView(
            [
                (found.NewTracks == 1 ? "new track" : "new tracks", Said.Number(found.NewTracks)),
                (found.NewArtists == 1 ? "new artist" : "new artists", Said.Number(found.NewArtists)),
                (found.NewAlbums == 1 ? "new album" : "new albums", Said.Number(found.NewAlbums)),
                .. view.Period.From is null ? [] : new[] { ("of the plays are of new tracks", Said.Share(found.ShareOfNew)) }, // from the very beginning everything was new
                ("came to be loved", Said.Number(found.LovedTracks)),
                ("days to love, median", found.MedianDaysToLove?.ToString("N1", CultureInfo.CurrentCulture) ?? "–"),
            ],
            found.Plays == 0 ? null : CourseOf(found),
            [.. found.Months.Select(month => Said.DaysOfMonth(month.Start, view.Period))],
            RowsOf(found.TopNewTracks, ListedTrack.TrackPage, view.Zone),
            RowsOf(found.TopNewArtists, ListedTrack.ArtistPage, view.Zone));
    }

    private static ChartFigure CourseOf(Discoveries found)
    {
        var labels = found.Months.Select(month => Said.ShortMonth(month.Start)).ToList();
        return found.Months.Count == 1 ? BarsOf(found, labels[0]) : new LineFigure
        {
            Name = "Plays of new and of known tracks by month",
            Caption = CaptionOf(found, labels),
            LabelName = "Month",
            Labels = labels,
            IsStacked = true,
            Series =
            [
                SeriesOf("New that month", labels, found.Months, month => month.PlaysOfNew),
                SeriesOf("Known before", labels, found.Months, month => month.Plays - month.PlaysOfNew),
            ],
        };
    }

    private static LineSeries SeriesOf(string name, List<string> labels, IReadOnlyList<DiscoveryMonth> months, Func<DiscoveryMonth, int> count) => new(
        name,
        [.. months.Select(month => (double?)count(month))],
        [.. months.Select((month, place) => $"{labels[place]}: {Said.Plays(count(month))}")]);

    /// <summary>One month makes no line.</summary>
    private static BarFigure BarsOf(Discoveries found, string month) => new()
    {
        Name = $"Plays of new and of known tracks in {month}",
        Caption = $"{Said.Share(found.ShareOfNew)} of your plays in {month} were of tracks you had never played before.",
        LabelName = "Tracks",
        ValueName = "Plays",
        Height = 160,
        Horizontal = true,
        Labels = ["New", "Known before"],
        Values = [found.PlaysOfNew, found.Plays - found.PlaysOfNew],
        Texts = [Said.Plays(found.PlaysOfNew), Said.Plays(found.Plays - found.PlaysOfNew)],
    };

    private static string CaptionOf(Discoveries found, List<string> labels)
    {
        var most = Enumerable.Range(0, found.Months.Count).MaxBy(place => found.Months[place].NewTracks);
        return found.NewTracks == 0
            ? "Nothing was new in this period: you had played all of it before."
            : $"You found most in {labels[most]}: {Said.Counted(found.Months[most].NewTracks, "new track", "new tracks")}{ByNew(found.Months[most].NewArtists)}.";
    }

    private static string ByNew(int artists) => artists == 0 ? "" : $", {Said.Counted(artists, "new artist", "new artists")}";

    private static List<ListedTrack> RowsOf(IReadOnlyList<NewItem> items, Func<string, string> pageOf, TimeZoneInfo zone) => [.. items.Take(MostShown).Select(item => new ListedTrack(
        pageOf(item.Id),
        item.Name,
        $"{(item.Artist is null ? "" : $"{item.Artist} · ")}first on {Said.Day(Said.LocalDay(item.FirstPlayedAt, zone))}",
        item.ImageUrl,
        (double)item.Plays / items[0].Plays,
        Said.Plays(item.Plays)))];
}
