using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Narrative.Facts;

/// <summary>When the listener listens: the weekday, hour, part of the day, day and month with most plays, each only where it stands alone at the top.</summary>
internal static class RhythmFacts
{
    private const int HoursPerPart = 6;
    private const int PartsPerDay = WeekHour.PerDay / HoursPerPart;
    private const int FewestDays = 7;
    private const int FewestDaysByMonth = 85;

    private static readonly string[] s_parts = ["nights (midnight to 6:00)", "mornings (6:00 to noon)", "afternoons (noon to 18:00)", "evenings (18:00 to midnight)"];
    private static readonly string[] s_partNames = ["nights", "mornings", "afternoons", "evenings"];

    /// <summary>The habits of the period; none where too little was played to have any.</summary>
    public static IEnumerable<FactDraft> Of(FactGround ground)
    {
        if (ground.Plays < FactGround.Enough)
        {
            return [];
        }

        var plays = Heatmap.Of(ground.View).Plays;
        return [.. OfWeek(ground, plays), .. OfHours(ground, plays), .. OfCalendar(ground)];
    }

    private static IEnumerable<FactDraft> OfWeek(FactGround ground, IReadOnlyList<IReadOnlyList<int>> plays)
    {
        if (ground.DayCount < FewestDays)
        {
            yield break;
        }

        if (Top([.. plays.SelectMany(day => day.Chunk(HoursPerPart).Select(part => part.Sum()))]) is var (place, most))
        {
            var (weekday, part) = (place / PartsPerDay, place % PartsPerDay);
            yield return Habit(ground, "weekday-part", 870, $"You listened most on {FactWords.Weekday(weekday)} {s_partNames[part]}", most, new FactFigure(weekday, FactUnit.Weekday));
        }

        if (Top([.. plays.Select(day => day.Sum())]) is var (busiest, ofDay))
        {
            yield return Habit(ground, "weekday", 490, $"{FactWords.Weekday(busiest)} was your busiest weekday", ofDay, new FactFigure(busiest, FactUnit.Weekday));
        }
    }

    private static IEnumerable<FactDraft> OfHours(FactGround ground, IReadOnlyList<IReadOnlyList<int>> plays)
    {
        int[] hours = [.. Enumerable.Range(0, WeekHour.PerDay).Select(hour => plays.Sum(day => day[hour]))];
        if (Top(hours) is var (hour, most))
        {
            yield return Habit(ground, "hour", 600, $"Your busiest hour of the day began at {hour.ToString("0", System.Globalization.CultureInfo.InvariantCulture)}:00", most, new FactFigure(hour, FactUnit.HourOfDay));
        }

        if (Top([.. hours.Chunk(HoursPerPart).Select(part => part.Sum())]) is var (part, ofPart))
        {
            FactFigure[] ends = part switch { 0 => [Hour(6)], 1 => [Hour(6)], _ => [Hour(18)] };
            yield return Habit(ground, "day-part", 470, $"You listened most in the {s_parts[part]}", ofPart, ends);
        }
    }

    private static IEnumerable<FactDraft> OfCalendar(FactGround ground)
    {
        var days = ground.View.Days;
        if (days is not { First: { } first, Last: { } last } || ground.DayCount < 3)
        {
            yield break;
        }

        var span = last.DayNumber - first.DayNumber + 1;
        if (Top([.. Enumerable.Range(0, span).Select(day => days.PlaysOn(first.AddDays(day)))]) is var (place, most))
        {
            var day = first.AddDays(place);
            yield return Stretch("top-day", 630, $"Your biggest day was {FactWords.Day(day)}: {FactWords.Plays(most)}.", most, new FactDays(day, day), FactAddress.Of("/history", new Period(day, day)));
        }

        if (ground.DayCount >= FewestDaysByMonth)
        {
            var months = Enumerable.Range(0, span).Select(day => first.AddDays(day)).GroupBy(day => new DateOnly(day.Year, day.Month, 1), days.PlaysOn).Select(month => (Start: month.Key, Plays: month.Sum())).ToList();
            if (Top([.. months.Select(month => month.Plays)]) is var (index, plays))
            {
                var start = months[index].Start;
                yield return Stretch("top-month", 610, $"Your biggest month was {FactWords.Month(start)}: {FactWords.Plays(plays)}.", plays, new FactDays(start, start.AddMonths(1).AddDays(-1)), ground.AddressOf("/stats", anchor: "trend"));
            }
        }
    }

    private static FactFigure Hour(int hour) => new(hour, FactUnit.HourOfDay);

    private static FactDraft Stretch(string id, int weight, string text, int plays, FactDays days, string href) => new(
        new NarrativeFact { Id = id, Topic = FactTopic.Rhythm, Text = text, Figures = [new FactFigure(plays, FactUnit.Plays)], Days = [days], Href = href },
        weight);

    private static FactDraft Habit(FactGround ground, string id, int weight, string words, int plays, params FactFigure[] others)
    {
        var share = FactWords.ShareOf(plays, ground.Plays);
        return new FactDraft(
            new NarrativeFact
            {
                Id = id,
                Topic = FactTopic.Rhythm,
                Text = $"{words}: {FactWords.Plays(plays)}, {FactWords.Percent(share.Value)} of all.",
                Figures = [new FactFigure(plays, FactUnit.Plays), share, .. others],
                Href = ground.AddressOf("/", anchor: "rhythm"),
            },
            weight);
    }

    /// <summary>The place of the highest count; null where two share it.</summary>
    private static (int Place, int Count)? Top(int[] counts)
    {
        var most = counts.Max();
        return most > 0 && counts.Count(count => count == most) == 1 ? (Array.IndexOf(counts, most), most) : null;
    }
}
