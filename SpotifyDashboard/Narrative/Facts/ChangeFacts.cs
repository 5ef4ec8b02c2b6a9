using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Narrative.Facts;

/// <summary>How the totals stand to the equally long stretch before; nothing where that stretch or this one is not whole.</summary>
internal static class ChangeFacts
{
    private const int Percents = 100;

    /// <summary>The changes, each with both numbers.</summary>
    public static IEnumerable<FactDraft> Of(FactGround ground)
    {
        if (ground.Summary.Previous is not { Plays: > 0 } before || !CanCompare(ground))
        {
            yield break;
        }

        var now = ground.Summary;
        yield return Change(ground, "plays-change", 890, "Your plays", now.Plays, before.Plays, FactUnit.Plays);
        if (ground.View.Previous() is { } previous && TotalFacts.MinutesOf(previous) is >= 0.5 and var minutes)
        {
            yield return Change(ground, "minutes-change", 660, "Your minutes of music", TotalFacts.MinutesOf(ground.View), minutes, FactUnit.Minutes);
        }

        yield return Change(ground, "artists-change", 530, "The number of your artists", now.Artists, before.Artists, FactUnit.Artists);
    }

    /// <summary>
    /// Whether the stored history reaches back over the whole stretch before (its first play lies on the first day of it or earlier), this period
    /// has ended or ends today, and neither has gaps worth speaking of.
    /// </summary>
    public static bool CanCompare(FactGround ground)
    {
        var view = ground.View;
        return view.Period.Previous(view.Today) is { From: { } from, To: { } to }
            && !(view.Period.To > view.Today)
            && FirstDayOf(view) is { } first
            && first <= from
            && KnownStretch.IsWhole(new FactDays(from, to), view.Zone, ground.Gaps)
            && KnownStretch.IsWhole(ground.Days, view.Zone, ground.Gaps);
    }

    /// <summary>The local day of the very first stored play, whatever the period.</summary>
    public static DateOnly? FirstDayOf(Statistics.ListeningView view) => view.Log.Count == 0
        ? null
        : DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(view.Log.StartedMs[0]), view.Zone).DateTime);

    private static FactDraft Change(FactGround ground, string id, int weight, string what, double now, double before, FactUnit unit)
    {
        var percent = (now - before) / before * Percents;
        var size = FactWords.Rounded(Math.Abs(percent));
        var words = size == 0 ? "hardly changed (0 %)" : $"{(percent > 0 ? "rose" : "fell")} by {FactWords.Percent(Math.Abs(percent))}";
        return new FactDraft(
            new NarrativeFact
            {
                Id = id,
                Topic = FactTopic.Change,
                Text = $"{what} {words} against the stretch before, from {Whole(before)} to {Whole(now)}.",
                Figures = [new FactFigure(percent, FactUnit.PercentChange), new FactFigure(before, unit), new FactFigure(now, unit)],
                Href = ground.AddressOf("/"),
            },
            weight);
    }

    private static string Whole(double number) => FactWords.Number((int)Math.Round(number, MidpointRounding.AwayFromZero));
}
