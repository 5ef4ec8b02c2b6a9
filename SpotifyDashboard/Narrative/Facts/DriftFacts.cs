using SpotifyDashboard.Moods;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Statistics.Taste;

namespace SpotifyDashboard.Narrative.Facts;

/// <summary>How the moods moved within the period: by day in a week, by week in some months, else by month.</summary>
internal static class DriftFacts
{
    private const int DaysPerWeek = 7;
    private const int FewestDays = 5;
    private const int MostByDay = 13;
    private const int MostByWeek = 92;
    private const int Percents = 100;

    /// <summary>The turn from one mood to another; none where it is not clear.</summary>
    public static IEnumerable<FactDraft> Of(FactGround ground)
    {
        if (ground.DayCount < FewestDays || ground.Map.TrackCount == 0)
        {
            yield break;
        }

        var moods = new MoodOfTracks(ground.Map, ground.View.Log.Catalogue);
        var pieces = PiecesOf(ground);
        MoodCounts[] counts = [.. Enumerable.Range(0, pieces.Count).Select(piece => Count(ground.View, pieces, piece, moods))];
        int[][] ofMoods = [.. counts.Select(piece => Enumerable.Range(0, moods.Count).Select(piece.Of).ToArray())];
        if (MoodShift.Find(ofMoods, [.. counts.Select(piece => piece.Plays)]) is { } shift)
        {
            yield return DraftOf(ground, shift, pieces.StartOf(shift.Piece));
        }
    }

    private static LocalStretches PiecesOf(FactGround ground) => ground.DayCount switch
    {
        <= MostByDay => LocalStretches.Of(ground.View, day => day, day => day == DateOnly.MaxValue ? null : day.AddDays(1)),
        <= MostByWeek => LocalWeeks.Of(ground.View),
        _ => LocalMonths.Of(ground.View),
    };

    private static MoodCounts Count(ListeningView view, LocalStretches pieces, int piece, MoodOfTracks moods)
    {
        var counts = new MoodCounts(moods.Count);
        var tracks = view.Log.TrackIndexes;
        foreach (var run in pieces.RunsOf(piece))
        {
            for (var index = run.First; index < run.End; index++)
            {
                if (view.Counted.Counts(index))
                {
                    counts.Add(moods.Moods[tracks[index]]);
                }
            }
        }

        return counts;
    }

    private static FactDraft DraftOf(FactGround ground, MoodShift shift, DateOnly start)
    {
        var (before, after) = (Name(ground.Map, shift.From), Name(ground.Map, shift.To));
        var (shareBefore, shareAfter) = (new FactFigure(shift.ShareBefore * Percents, FactUnit.Percent), new FactFigure(shift.ShareAfter * Percents, FactUnit.Percent));
        var weekday = ((int)start.DayOfWeek + DaysPerWeek - 1) % DaysPerWeek;
        var (when, days) = ground.DayCount switch
        {
            <= MostByDay => ($"by {FactWords.Weekday(weekday)}, {FactWords.Day(start)}", new FactDays(start, start)),
            <= MostByWeek => ($"by the week of {FactWords.Day(start)}", new FactDays(start, start.AddDays(DaysPerWeek - 1))),
            _ => ($"by {FactWords.Month(start)}", new FactDays(start, start.AddMonths(1).AddDays(-1))),
        };
        return new FactDraft(
            new NarrativeFact
            {
                Id = "drift",
                Topic = FactTopic.Drift,
                Text = $"You started{Stretch(ground.Days)} with “{before.Name}” ({FactWords.Percent(shareBefore.Value)} of plays) and shifted to “{after.Name}” ({FactWords.Percent(shareAfter.Value)}) {when}.",
                Figures = ground.DayCount <= MostByDay ? [shareAfter, shareBefore, new FactFigure(weekday, FactUnit.Weekday)] : [shareAfter, shareBefore],
                Names = [before, after],
                Days = [days],
                Href = ground.AddressOf("/stats", "section=taste", "moods"),
            },
            970);
    }

    private static FactName Name(MoodMap map, int mood) => new(FactNameKind.Mood, map.Moods[mood].Name);

    /// <summary>" the week", " the month", " the year" where the days are one, else nothing.</summary>
    private static string Stretch(FactDays days) => days switch
    {
        { From.DayOfWeek: DayOfWeek.Monday } when days.To == days.From.AddDays(DaysPerWeek - 1) => " the week",
        { From: { Day: 1, Month: 1 } } when days.To == new DateOnly(days.From.Year, 12, 31) => " the year",
        { From.Day: 1 } when days.To == days.From.AddMonths(1).AddDays(-1) => " the month",
        _ => "",
    };
}
