using System.Globalization;
using System.Text.RegularExpressions;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Tests.Narrative.Facts;

/// <summary>Reads the numbers, names and days out of the text of a fact, knowing nothing of how it was written.</summary>
internal static partial class FactText
{
    private static readonly string[] s_weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>Checks that the text says all that the fact holds, and no other number.</summary>
    public static void AssertSaysAll(NarrativeFact fact)
    {
        Assert.All(fact.Names, name => Assert.Contains(name.Name, fact.Text, StringComparison.Ordinal));
        Assert.All(fact.Days, days => AssertSays(fact, days));
        Assert.All(fact.Figures.Where(figure => figure.Unit == FactUnit.Weekday), figure => Assert.Contains(s_weekdays[(int)figure.Value], fact.Text, StringComparison.Ordinal));
        var numbers = NumbersOf(fact);
        var figures = fact.Figures.Where(figure => figure.Unit != FactUnit.Weekday).ToList();
        Assert.All(figures, figure => Assert.True(IsFirst(figure) || numbers.Exists(number => Says(number, figure)), $"“{fact.Text}” does not say {figure}."));
        Assert.All(numbers, number => Assert.True(figures.Exists(figure => Says(number, figure)), $"“{fact.Text}” says {number}, which is no figure of it."));
        Assert.DoesNotContain("  ", fact.Text, StringComparison.Ordinal);
        Assert.EndsWith(".", fact.Text, StringComparison.Ordinal);
    }

    private static void AssertSays(NarrativeFact fact, FactDays days)
    {
        var month = days.From.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
        var isMonth = days.From.Day == 1 && days.To == days.From.AddMonths(1).AddDays(-1);
        Assert.Contains(isMonth ? month : days.From.ToString("d MMMM yyyy", CultureInfo.InvariantCulture), fact.Text, StringComparison.Ordinal);
    }

    /// <summary>"Most played" and "main" are the first place.</summary>
    private static bool IsFirst(FactFigure figure) => figure is { Unit: FactUnit.Rank, Value: 1 };

    private static bool Says(string number, FactFigure figure)
    {
        var said = double.Parse(number, NumberStyles.Number, CultureInfo.InvariantCulture);
        var decimals = number.Contains('.', StringComparison.Ordinal) ? number.Length - number.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        var value = figure.Unit == FactUnit.PercentChange ? Math.Abs(figure.Value) : figure.Value;
        return Math.Abs(value - said) <= (0.5 * Math.Pow(10, -decimals)) + 1e-9;
    }

    private static List<string> NumbersOf(NarrativeFact fact)
    {
        var text = fact.Names.OrderByDescending(name => name.Name.Length).Aggregate(fact.Text, (rest, name) => rest.Replace(name.Name, "", StringComparison.Ordinal));
        text = Date().Replace(text, "");
        return [.. Number().Matches(Clock().Replace(text, "${hour}")).Select(match => match.Value)];
    }

    [GeneratedRegex(@"(\d{1,2} )?(January|February|March|April|May|June|July|August|September|October|November|December) \d{4}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Date();

    [GeneratedRegex(@"(?<hour>\d{1,2}):00", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clock();

    [GeneratedRegex(@"-?\d[\d,]*(\.\d+)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
