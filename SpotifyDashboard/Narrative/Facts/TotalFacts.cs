using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Narrative.Facts;

/// <summary>How much was played, and how that stands to the stretch before.</summary>
internal static class TotalFacts
{
    private const double MsPerMinute = 60_000;
    private const double MinutesPerHour = 60;

    /// <summary>The days and their totals.</summary>
    public static IEnumerable<FactDraft> Of(FactGround ground)
    {
        var summary = ground.Summary;
        yield return PeriodOf(ground);
        yield return Total(ground, "plays", 990, summary.Plays, FactUnit.Plays, $"In all there {(summary.Plays == 1 ? "was" : "were")} {FactWords.Plays(summary.Plays)}.");
        if (MinutesOf(ground.View) is >= 0.5 and var minutes)
        {
            var hours = minutes / MinutesPerHour;
            yield return new FactDraft(
                new NarrativeFact
                {
                    Id = "minutes",
                    Topic = FactTopic.Totals,
                    Text = $"The music sounded for {FactWords.Counted((int)Math.Round(minutes, MidpointRounding.AwayFromZero), "minute", "minutes")}, or {FactWords.Decimal(hours)} hours.",
                    Figures = [new FactFigure(minutes, FactUnit.Minutes), new FactFigure(hours, FactUnit.Hours)],
                    Href = ground.AddressOf("/"),
                },
                900);
        }

        yield return Total(ground, "tracks", 860, summary.Tracks, FactUnit.Tracks, $"You played {FactWords.Counted(summary.Tracks, "different track", "different tracks")}.");
        yield return Total(ground, "artists", 880, summary.Artists, FactUnit.Artists, $"You played {FactWords.Counted(summary.Artists, "different artist", "different artists")}.");
        if (summary.Albums > 0)
        {
            yield return Total(ground, "albums", 520, summary.Albums, FactUnit.Albums, $"You played {FactWords.Counted(summary.Albums, "different album", "different albums")}.");
        }
    }

    /// <summary>Minutes of the counted plays, not rounded.</summary>
    public static double MinutesOf(ListeningView view)
    {
        var ms = 0L;
        foreach (var ofTrack in view.Tracks.Ms)
        {
            ms += ofTrack;
        }

        return ms / MsPerMinute;
    }

    private static FactDraft PeriodOf(FactGround ground)
    {
        var (from, to) = (ground.Days.From, ground.Days.To);
        var isYear = from is { Day: 1, Month: 1 } && to == new DateOnly(from.Year, 12, 31);
        return new FactDraft(
            new NarrativeFact
            {
                Id = "period",
                Topic = FactTopic.Period,
                Text = $"The story covers {(isYear ? $"the year {from.Year:0}, " : "")}{FactWords.Days(ground.Days)}: {FactWords.Counted(ground.DayCount, "day", "days")}.",
                Figures = isYear ? [new FactFigure(ground.DayCount, FactUnit.Days), new FactFigure(from.Year, FactUnit.Year)] : [new FactFigure(ground.DayCount, FactUnit.Days)],
                Days = [ground.Days],
                Href = ground.AddressOf("/"),
            },
            1000);
    }

    private static FactDraft Total(FactGround ground, string id, int weight, int count, FactUnit unit, string text) => new(
        new NarrativeFact { Id = id, Topic = FactTopic.Totals, Text = text, Figures = [new FactFigure(count, unit)], Href = ground.AddressOf("/") },
        weight);
}
