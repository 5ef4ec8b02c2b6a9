using System.Globalization;
using SpotifyDashboard.Components.Charts;
using SpotifyDashboard.Components.Controls;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Statistics.Time;

namespace SpotifyDashboard.Catalogue.Items;

/// <summary>What the page of an item shows of its plays.</summary>
/// <param name="Head">Who or what it is.</param>
/// <param name="Figures">What is counted.</param>
/// <param name="Curve">Plays over the period; null where there are none.</param>
/// <param name="Rhythm">Plays by weekday and hour; null where there are too few.</param>
/// <param name="Period">The period shown.</param>
/// <param name="Zone">The listener's zone.</param>
public sealed record ItemView(ItemHead Head, ItemFigures Figures, LineFigure? Curve, HeatmapFigure? Rhythm, Period Period, TimeZoneInfo Zone)
{
    private const double MsPerMinute = 60_000;

    private string Kinds => Head.Kind.ToString().ToLowerInvariant() + "s";

    /// <summary>The view of one item; null where there is none of that id.</summary>
    internal static ItemView? Of(ListeningView view, ListeningView whole, ItemKind kind, string id)
    {
        var catalogue = view.Log.Catalogue;
        if (CatalogueItem.Find(catalogue, kind, id) is not { } item)
        {
            return null;
        }

        var isOwn = item.TracksOf(catalogue);
        var own = view.Only(isOwn);
        var figures = ItemFigures.Of(view, whole, item, isOwn, own);
        return new ItemView(ItemHead.Of(catalogue, item), figures, CurveFigure.Of(figures.Curve), figures.Heatmap is null ? null : RhythmFigure.Of(own), view.Period, view.Zone);
    }

    /// <summary>The rank as it is read: "#3", or "–".</summary>
    public string Rank => RankOf(Figures.Period);

    /// <summary>What the rank counts: "of 412 artists by plays".</summary>
    public string RankWords => Words(Figures.Period);

    /// <summary>How the rank changed since the stretch before; null where nothing can be compared.</summary>
    public TileChange? RankChange => (Figures.Period.Rank, Figures.PreviousRank) switch
    {
        ({ } now, { } before) when now < before => new TileChange(1, string.Create(CultureInfo.CurrentCulture, $"{before - now:N0} up from #{before:N0}")),
        ({ } now, { } before) when now > before => new TileChange(-1, string.Create(CultureInfo.CurrentCulture, $"{now - before:N0} down from #{before:N0}")),
        ({ }, { }) => new TileChange(0, "as in the stretch before"),
        _ => null,
    };

    /// <summary>What the plays are, with their share of all.</summary>
    public string PlaysWords => $"{(Figures.Period.Plays == 1 ? "play" : "plays")}{(Figures.Period.Share is { } share ? $", {Percent(share)} of all" : "")}";

    /// <summary>What the sessions are.</summary>
    public string SessionWords => $"{(Figures.Sessions.Count == 1 ? "session" : "sessions")}{(Figures.Sessions.BeganShare is { } share ? $"; {Percent(share)} of these plays began one" : "")}";

    /// <summary>The rank in the whole history: "#17 of 880 artists by plays".</summary>
    public string AllTimeRank => Figures.AllTime.Rank is null ? "not ranked" : $"{RankOf(Figures.AllTime)} {Words(Figures.AllTime)}";

    /// <summary>The whole history's plays: "96 plays, 342 min, 1.2 % of all".</summary>
    public string AllTimePlays =>
        $"{Say(Figures.AllTime.Plays)} {(Figures.AllTime.Plays == 1 ? "play" : "plays")}, {Minutes(Figures.AllTime)} min{(Figures.AllTime.Share is { } share ? $", {Percent(share)} of all" : "")}";

    /// <summary>Minutes as they are read.</summary>
    public static string Minutes(ItemStanding standing) => (standing.Ms / MsPerMinute).ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>A number with the listener's separators.</summary>
    public static string Say(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>A share as it is read: "12 %", below ten per cent "1.2 %".</summary>
    public static string Percent(double share) => $"{(share * 100).ToString(share is > 0 and < 0.1 ? "0.#" : "0", CultureInfo.CurrentCulture)} %";

    /// <summary>The plays behind one point of the curve.</summary>
    public string HistoryOf(int point)
    {
        var bucket = Enum.Parse<TrendBucket>(Figures.Curve.By, ignoreCase: true);
        var start = Figures.Curve.Points[point].Day;
        var end = TrendBuckets.EndOf(start, bucket);
        return HistoryAddress.Of(Head, new Period(Period.From > start ? Period.From : start, Period.To < end ? Period.To : end));
    }

    private static string RankOf(ItemStanding standing) => standing.Rank is { } rank ? $"#{Say(rank)}" : "–";

    private string Words(ItemStanding standing) => $"of {Say(standing.Of)} {(standing.Of == 1 ? Kinds[..^1] : Kinds)} by plays";
}
