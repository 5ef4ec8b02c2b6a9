using System.Globalization;
using SpotifyDashboard.Components.Charts;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Moods.Pages;

/// <summary>The charts of a mood's page, drawn once for each <see cref="MoodDetail"/>.</summary>
public sealed class MoodFigures
{
    /// <param name="detail">What they show.</param>
    /// <param name="period">The period of the plays.</param>
    public MoodFigures(MoodDetail detail, Period period)
    {
        Detail = detail;
        Picture = new MoodPicture(detail.Map);
        Rhythm = detail.Plays == 0 ? null : RhythmFigure.Of(detail.Heatmap);
        Months = detail.Plays == 0 || detail.Months.Count < 2 ? null : Line("month", detail.Months, Said.ShortMonth, MonthCaption);
        Years = detail.Plays == 0 || detail.Years.Count < 2 ? null : Line("year", detail.Years, YearName, YearCaption);
        DaysOfMonths = [.. detail.Months.Select(month => Said.DaysOfMonth(month.Start, period))];
        DaysOfYears = [.. detail.Years.Select(year => Said.Within(period, year.Start, new DateOnly(year.Start.Year, 12, 31)))];
        Radar = Picture.Radar(detail.Mood);
        TrackIds = [.. detail.Members.Select(member => detail.Map.TrackAt(member.Row).PublicId)];
    }

    /// <summary>What is shown.</summary>
    public MoodDetail Detail { get; }

    /// <summary>Words about the map's tracks.</summary>
    public MoodPicture Picture { get; }

    /// <summary>The mood against the mean of all tracks.</summary>
    public RadarFigure Radar { get; }

    /// <summary>Public ids of its tracks, nearest to the centre first.</summary>
    public IReadOnlyList<string> TrackIds { get; }

    /// <summary>Its plays by weekday and hour; null without plays.</summary>
    public HeatmapFigure? Rhythm { get; }

    /// <summary>Its share by month; null without plays or with one month alone.</summary>
    public LineFigure? Months { get; }

    /// <summary>The days behind each month.</summary>
    public IReadOnlyList<Period> DaysOfMonths { get; }

    /// <summary>Its share by year; null without plays or with one year alone.</summary>
    public LineFigure? Years { get; }

    /// <summary>The days behind each year.</summary>
    public IReadOnlyList<Period> DaysOfYears { get; }

    private LineFigure Line(string by, IReadOnlyList<MoodStretch> stretches, Func<DateOnly, string> nameOf, Func<IReadOnlyList<MoodStretch>, string> captionOf) => new()
    {
        Name = $"Its share of your plays by {by}",
        Caption = captionOf([.. stretches.Where(stretch => stretch.Share is not null)]),
        LabelName = by == "year" ? "Year" : "Month",
        IsShare = true,
        Height = 260,
        Labels = [.. stretches.Select(stretch => nameOf(stretch.Start))],
        Series =
        [
            new LineSeries(
                Detail.Mood.Name,
                [.. stretches.Select(stretch => stretch.Share)],
                [.. stretches.Select(stretch => stretch.Share is { } share ? $"{Said.Share(share)}, {Said.Plays(stretch.Plays)}" : "–")])
            {
                ColorVariable = MoodPalette.At(Detail.Mood.Number).ColorVariable,
            },
        ],
    };

    private static string MonthCaption(IReadOnlyList<MoodStretch> known) => known.MaxBy(stretch => stretch.Share) is { } most
        ? $"It was strongest in {Said.Month(most.Start)}, with {Said.Share(most.Share)} of your plays."
        : "No play of these months has a mood.";

    private static string YearCaption(IReadOnlyList<MoodStretch> known)
    {
        if (known.Count < 2)
        {
            return "Only one of these years has plays with a mood.";
        }

        var (first, last) = (known[0], known[^1]);
        var verb = (last.Share - first.Share) switch
        {
            > 0.01 => "It grew",
            < -0.01 => "It shrank",
            _ => "It hardly moved",
        };
        return $"{verb}: {Said.Share(first.Share)} of your plays in {YearName(first.Start)}, {Said.Share(last.Share)} in {YearName(last.Start)}.";
    }

    private static string YearName(DateOnly start) => start.Year.ToString(CultureInfo.InvariantCulture);
}
