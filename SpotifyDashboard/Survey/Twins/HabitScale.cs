using SpotifyDashboard.Survey.Groups;

namespace SpotifyDashboard.Survey.Twins;

/// <summary>How alike two respondents live with music, by Gower's coefficient over age, hours a day, listening time and year.</summary>
/// <remarks>
/// J. C. Gower, "A general coefficient of similarity and some of its properties", Biometrics 27 (1971) 857–871, doi:10.2307/2528823:
/// a number counts 1 − difference ÷ range over the survey, an answer in words 1 when equal (of several at once the common ones ÷ all),
/// and what one of the two did not answer does not count.
/// </remarks>
internal sealed class HabitScale
{
    private readonly double _ageRange;
    private readonly double _hoursRange;

    public HabitScale(SurveyRoster roster)
    {
        _ageRange = RangeOf(roster.Respondents.Select(static respondent => (double?)respondent.Age));
        _hoursRange = RangeOf(roster.Respondents.Select(static respondent => respondent.HoursPerDay));
    }

    /// <summary>0 to 1; null where there is nothing that both answered.</summary>
    public double? Similarity(Respondent one, Respondent other) => PartsOf(one, other).Average();

    /// <summary>How many of the answers both gave.</summary>
    public int Compared(Respondent one, Respondent other) => PartsOf(one, other).Count(static part => part is not null);

    /// <summary>The parts of an answer that may hold several, folded: "Morning, Evening".</summary>
    public static IReadOnlyList<string> PartsOf(string? answer) =>
        [.. (answer ?? "").Split([',', ';', '|'], StringSplitOptions.RemoveEmptyEntries).Select(AnswerFold.Of).Where(static part => part.Length > 0).Distinct(StringComparer.Ordinal)];

    private double?[] PartsOf(Respondent one, Respondent other) =>
    [
        Near(one.Age, other.Age, _ageRange),
        Near(one.HoursPerDay, other.HoursPerDay, _hoursRange),
        Common(one.ListeningTime, other.ListeningTime),
        Common(one.Year, other.Year),
    ];

    private static double? Near(double? one, double? other, double range) =>
        one is { } first && other is { } second ? range == 0 ? 1 : 1 - (Math.Abs(first - second) / range) : null;

    private static double? Common(string? one, string? other)
    {
        var (first, second) = (PartsOf(one), PartsOf(other));
        return first.Count == 0 || second.Count == 0
            ? null
            : (double)first.Intersect(second, StringComparer.Ordinal).Count() / first.Union(second, StringComparer.Ordinal).Count();
    }

    private static double RangeOf(IEnumerable<double?> values)
    {
        double[] known = [.. values.OfType<double>()];
        return known.Length == 0 ? 0 : known.Max() - known.Min();
    }
}
