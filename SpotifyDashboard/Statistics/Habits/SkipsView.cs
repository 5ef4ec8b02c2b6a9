using System.Globalization;
using SpotifyDashboard.Components.Charts;

namespace SpotifyDashboard.Statistics.Habits;

/// <summary>What the panel of skips shows.</summary>
/// <param name="Skips">The figures of the period.</param>
/// <param name="Heard">How much of a track was heard; null where no length is known.</param>
/// <param name="Reasons">Why plays ended.</param>
/// <param name="ByHour">The share skipped by local hour; null where nothing is told.</param>
public sealed record SkipsView(Skips Skips, BarFigure? Heard, BarFigure Reasons, BarFigure? ByHour)
{
    private const int MostReasons = 8;
    private const int PercentPerClass = 10;

    /// <summary>Below so many told plays an hour's share says nothing.</summary>
    private const int LeastPerHour = 10;

    /// <summary>Draws the skips of <paramref name="view"/>.</summary>
    public static SkipsView Of(ListeningView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var skips = Skips.Of(view);
        return new SkipsView(skips, skips.MeanShare is { } mean ? HeardFigure(skips, mean) : null, ReasonsFigure(skips), skips.Told == 0 ? null : HourFigure(skips));
    }

    private static BarFigure HeardFigure(Skips skips, double mean)
    {
        var measured = skips.Shares.Sum();
        return new BarFigure
        {
            Name = "Plays by the share of the track heard",
            Caption = $"On average you hear {Said.Share(mean)} of a track; {Said.Share((double)skips.Shares[0] / measured)} of plays end in its first tenth.",
            LabelName = "Per cent heard",
            ValueName = "Plays",
            Height = 240,
            Labels = [.. skips.Shares.Select((_, index) => $"{index * PercentPerClass}–{(index + 1) * PercentPerClass}")],
            Values = [.. skips.Shares.Select(plays => (double)plays)],
            Texts = [.. skips.Shares.Select(plays => Said.Number(plays))],
        };
    }

    private static BarFigure ReasonsFigure(Skips skips)
    {
        var shown = skips.Reasons.Take(MostReasons).Select(reason => (Words: ReasonWords.Of(reason.Name), reason.Plays)).ToList();
        var rest = skips.Reasons.Skip(MostReasons).Sum(reason => reason.Plays);
        if (rest > 0)
        {
            shown.Add(("Other reasons", rest));
        }

        return new BarFigure
        {
            Name = "Why plays ended",
            Caption = shown.Count == 0 ? "Nothing was played." : $"Most often: {shown[0].Words.ToLowerInvariant()}, {Said.Share((double)shown[0].Plays / skips.Plays)} of all plays.",
            LabelName = "Reason",
            ValueName = "Plays",
            Horizontal = true,
            Height = 280,
            Labels = shown.ConvertAll(reason => reason.Words),
            Values = shown.ConvertAll(reason => (double)reason.Plays),
            Texts = shown.ConvertAll(reason => Said.Number(reason.Plays)),
        };
    }

    private static BarFigure HourFigure(Skips skips)
    {
        var hours = skips.ByHour.Select((hour, index) => (Index: index, hour.Told, hour.Skipped, Share: hour.Told == 0 ? 0 : (double)hour.Skipped / hour.Told)).ToList();
        var often = hours.FindAll(hour => hour.Told >= LeastPerHour).OrderBy(hour => hour.Share).ToList();
        return new BarFigure
        {
            Name = "Share skipped by hour of the day",
            Caption = often.Count < 2
                ? "Too few plays to compare the hours."
                : $"You skip most around {Clock(often[^1].Index)} ({Said.Share(often[^1].Share)}) and least around {Clock(often[0].Index)} ({Said.Share(often[0].Share)}).",
            LabelName = "Hour",
            ValueName = "Per cent skipped",
            Height = 220,
            Labels = hours.ConvertAll(hour => hour.Index.ToString(CultureInfo.InvariantCulture)),
            Values = hours.ConvertAll(hour => hour.Share * 100),
            Texts = hours.ConvertAll(hour => hour.Told == 0 ? "no plays" : $"{Said.Share(hour.Share)} ({Said.Number(hour.Skipped)} of {Said.Plays(hour.Told)})"),
        };
    }

    private static string Clock(int hour) => $"{hour:00}:00";
}
