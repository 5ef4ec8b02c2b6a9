using SpotifyDashboard.Narrative.Checking.Claims;
using SpotifyDashboard.Narrative.Checking.Evidence;
using SpotifyDashboard.Narrative.Checking.Wording;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Checking.Judging;

/// <summary>Judges days, months, years, weekdays and times of day: a fact must name them.</summary>
internal static class DayJudge
{
    private const int MinutesOfHour = 60;
    private const int HoursOfDay = 24;
    private const int HalfDay = 12;
    private const int Saturday = 5;

    /// <summary>The verdict on a point of time.</summary>
    public static Verdict Judge(SentenceGround ground, Claim claim)
    {
        var bearing = claim.Kind switch
        {
            ClaimKind.Day => Days(ground, (fact, day) => IsDay(claim, day)),
            ClaimKind.Month => Days(ground, (fact, day) => day.Month == (int)claim.Value && (claim.Year is null || claim.Year == day.Year)),
            ClaimKind.Year => Days(ground, (fact, day) => day.Year == (int)claim.Value) ?? ground.Evidence.Figures.FirstOrDefault(figure => figure.Unit == FactUnit.Year && figure.Value == claim.Value)?.Fact,
            ClaimKind.Decade => ground.Evidence.Figures.FirstOrDefault(figure => figure.Unit == FactUnit.Year && figure.Value == claim.Value)?.Fact,
            ClaimKind.Weekday => Weekday(ground, claim),
            ClaimKind.Clock => Clock(ground, claim),
            _ => TimeOfDay(ground, claim),
        };
        bearing ??= ground.Evidence.Said.FirstOrDefault(said => IsSaid(said.Claim, claim) && HasPeak(ground, claim, said.Fact)).Fact;
        return bearing is not null ? Verdict.Borne(bearing.Id) : Verdict.Wrong(ReasonFor(ground, claim));
    }

    private static NarrativeFact? Days(SentenceGround ground, Func<NarrativeFact, DateOnly, bool> test) =>
        ground.Evidence.Facts.Facts.FirstOrDefault(fact => fact.Days.Any(days => test(fact, days.From) || test(fact, days.To)))
        ?? ((ReadOnlySpan<DateOnly>)[ground.Evidence.Facts.Days.From, ground.Evidence.Facts.Days.To]).ToArray().Select(day => ground.Evidence.Facts.Facts.FirstOrDefault(fact => test(fact, day))).FirstOrDefault(static fact => fact is not null);

    private static bool IsDay(Claim claim, DateOnly day) => claim.Days.IsEmpty
        ? day.Day == (int)claim.Value && (claim.Month is null || claim.Month == day.Month) && (claim.Year is null || claim.Year == day.Year)
        : claim.Days.Contains(day);

    private static NarrativeFact? Weekday(SentenceGround ground, Claim claim) =>
        ground.Evidence.Figures.FirstOrDefault(figure => figure.Unit == FactUnit.Weekday && figure.Value == claim.Value && HasPeak(ground, claim, figure.Fact))?.Fact
        ?? (claim.Facets == Facet.None ? ground.Evidence.Facts.Facts.FirstOrDefault(fact => fact.Topic != FactTopic.Period && fact.Days.Any(days => days.From == days.To && IsWeekday(days.From, claim))) : null);

    private static bool IsWeekday(DateOnly day, Claim claim) => ((int)day.DayOfWeek + 6) % 7 == (int)claim.Value;

    /// <summary>The busiest day must be that of a fact about the busiest, not any day that a fact names.</summary>
    private static bool HasPeak(SentenceGround ground, Claim claim, NarrativeFact fact)
    {
        var wanted = claim.Facets & (Facet.Peak | Facet.Least);
        return wanted == Facet.None || (ground.Evidence.FacetsOf(fact) & wanted) == wanted;
    }

    private static NarrativeFact? Clock(SentenceGround ground, Claim claim)
    {
        var (hour, minute) = ((int)claim.Value / MinutesOfHour % HoursOfDay, (int)claim.Value % MinutesOfHour);
        var isLoose = ground.Sentence.Tokens.Skip(claim.Start).Take(claim.End - claim.Start).Any(static token => token.Folded is "clock" or "oclock");
        var hasOther = ground.Claims.Any(other => other.Kind == ClaimKind.Clock && !ReferenceEquals(other, claim) && other.Start < claim.Start);
        return minute != 0 ? null : ground.Evidence.Figures.FirstOrDefault(figure => figure.Unit == FactUnit.HourOfDay
            && ((int)figure.Value == hour || (isLoose && (int)figure.Value == (hour + HalfDay) % HoursOfDay) || (hasOther && ((int)figure.Value + 1) % HoursOfDay == hour)))?.Fact;
    }

    private static NarrativeFact? TimeOfDay(SentenceGround ground, Claim claim) =>
        ground.Evidence.Facts.Facts.FirstOrDefault(fact => (ground.Evidence.FacetsOf(fact) & claim.Facets) != Facet.None)
        ?? ground.Evidence.Figures.FirstOrDefault(figure => figure.Unit == FactUnit.HourOfDay && IsWithin((int)figure.Value, claim.Facets))?.Fact
        ?? ground.Evidence.Figures.FirstOrDefault(figure => figure.Unit == FactUnit.Weekday && (figure.Value >= Saturday ? Facet.Weekend : Facet.Workday) == claim.Facets)?.Fact;

    private static bool IsWithin(int hour, Facet facets) =>
        (facets.HasFlag(Facet.Morning) && hour is >= 5 and <= 11)
        || (facets.HasFlag(Facet.Afternoon) && hour is >= 12 and <= 17)
        || (facets.HasFlag(Facet.Evening) && hour is >= 17 and <= 23)
        || (facets.HasFlag(Facet.Night) && hour is >= 21 or <= 5);

    private static bool IsSaid(Claim said, Claim claim) => said.Kind == claim.Kind && claim.Kind switch
    {
        ClaimKind.Day => claim.Days.IsEmpty
            ? said.Value == claim.Value && (claim.Month is null || said.Month == claim.Month) && (claim.Year is null || said.Year is null || said.Year == claim.Year)
            : claim.Days.Any(day => said.Days.Contains(day) || (said.Month == day.Month && (int)said.Value == day.Day && (said.Year ?? day.Year) == day.Year)),
        ClaimKind.Month => said.Value == claim.Value && (claim.Year is null || said.Year is null || said.Year == claim.Year),
        ClaimKind.TimeOfDay => (said.Facets & claim.Facets) != Facet.None,
        _ => said.Value == claim.Value,
    };

    private static string ReasonFor(SentenceGround ground, Claim claim)
    {
        var like = ground.Evidence.Said.FirstOrDefault(said => said.Claim.Kind == claim.Kind).Fact;
        return like is null ? $"No fact speaks of \"{ground.WordsOf(claim)}\"." : $"No fact speaks of \"{ground.WordsOf(claim)}\"; {like.Id} says: {like.Text}";
    }
}
