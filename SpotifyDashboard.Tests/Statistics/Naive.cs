using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Tests.Statistics;

/// <summary>The plays of a view as a plain list: what a statistic must say of them is then a query that can be read beside its definition.</summary>
internal static class Naive
{
    private const int Views = 400;

    /// <summary>Checks <paramref name="holds"/> for four hundred views.</summary>
    public static void Check(Action<ListeningView> holds) => Prop
        .ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), seed => holds(AnyView.Of(seed)))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(Views));

    /// <summary>Every play of the period, in order.</summary>
    public static List<NaivePlay> AllOf(ListeningView view) =>
        [.. Enumerable.Range(0, view.Log.Count).Select(index => Play(view, index)).Where(play => play.Day >= (view.Period.From ?? play.Day) && play.Day <= (view.Period.To ?? play.Day))];

    /// <summary>Its counted plays.</summary>
    public static List<NaivePlay> CountedOf(ListeningView view) => AllOf(view).FindAll(play => view.Counted.Counts(play.Index));

    /// <summary>The months from the first to the last day that Calendar lists, each with its counted plays.</summary>
    public static List<(DateOnly Start, List<NaivePlay> Plays)> MonthsOf(ListeningView view) =>
        [.. Calendar.Of(view).Days.Select(day => new DateOnly(day.Date.Year, day.Date.Month, 1)).Distinct().Select(start => (start, CountedOf(view).FindAll(play => play.Month == start)))];

    private static NaivePlay Play(ListeningView view, int index)
    {
        var local = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(view.Log.StartedMs[index]), view.Zone);
        var catalogue = view.Log.Catalogue;
        var track = view.Log.TrackIndexes[index];
        var standing = catalogue.CountsAs[track];
        return new NaivePlay(index, local, view.Log.MsPlayed[index], track, catalogue.Tracks[track], standing, catalogue.Tracks[standing], view.Log.DetailOf(index));
    }
}
