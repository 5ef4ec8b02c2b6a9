using System.Collections.Immutable;
using System.Globalization;
using SpotifyDashboard.Survey.Sound;

namespace SpotifyDashboard.Survey.Majors;

/// <summary>Which respondents a forecast can be learned from, and which majors it tells apart.</summary>
/// <param name="Rows">Rows of the map, ascending.</param>
/// <param name="Classes">The major of each of <paramref name="Rows"/>: an index into <paramref name="Majors"/>.</param>
/// <param name="Majors">The majors, the most frequent first.</param>
/// <param name="Notes">Sentences that say what was put together or left out.</param>
/// <param name="Refusal">Why nothing can be learned, with how many are missing; null where it can.</param>
internal sealed record MajorClasses(
    ImmutableArray<int> Rows, ImmutableArray<int> Classes, ImmutableArray<string> Majors, ImmutableArray<string> Notes, string? Refusal)
{
    /// <summary>Respondents below which nothing is learned.</summary>
    public const int FewestRespondents = 20;

    /// <summary>Respondents of a major below which it does not stand alone: each of five folds asks about one.</summary>
    public const int FewestOfMajor = 5;

    /// <summary>What the rarer majors are called together.</summary>
    public const string Others = "Other majors";

    /// <summary>Sorts the respondents of a survey.</summary>
    public static MajorClasses Of(SurveyMap map)
    {
        var groups = Enumerable.Range(0, map.Count)
            .Select(row => (Row: row, Major: map.Roster.Respondents[map.RespondentAt(row)].Major))
            .Select(static answer => (answer.Row, answer.Major, Key: MajorNames.KeyOf(answer.Major)))
            .Where(static answer => answer.Key is not null)
            .GroupBy(static answer => answer.Key ?? "", StringComparer.Ordinal)
            .Select(static group => (Name: MajorNames.NameOf(group.Key, [.. group.Select(static answer => answer.Major ?? "")]), Rows: group.Select(static answer => answer.Row).ToArray()))
            .OrderByDescending(static group => group.Rows.Length)
            .ThenBy(static group => group.Name, StringComparer.Ordinal)
            .ToList();
        var own = groups.Where(static group => group.Rows.Length >= FewestOfMajor).ToList();
        var rare = groups.Where(static group => group.Rows.Length < FewestOfMajor).ToList();
        int[] others = [.. rare.SelectMany(static group => group.Rows)];
        if (others.Length >= FewestOfMajor && own.Count > 0)
        {
            own.Add((Others, others));
        }

        var sorted = own.SelectMany(static (group, index) => group.Rows.Select(row => (Row: row, Class: index))).OrderBy(static pair => pair.Row).ToList();
        return new MajorClasses(
            [.. sorted.Select(static pair => pair.Row)],
            [.. sorted.Select(static pair => pair.Class)],
            [.. own.Select(static group => group.Name)],
            [.. NotesOn(rare.Count, others.Length)],
            Refuse(groups.Sum(static group => group.Rows.Length), sorted.Count, own.Count, groups.Count == 0 ? 0 : groups[0].Rows.Length));
    }

    private static IEnumerable<string> NotesOn(int majors, int respondents)
    {
        if (respondents >= FewestOfMajor)
        {
            yield return string.Create(CultureInfo.CurrentCulture, $"{majors:N0} majors with fewer than {FewestOfMajor} respondents each are put together as “{Others}” ({respondents:N0} respondents).");
        }
        else if (respondents > 0)
        {
            yield return string.Create(CultureInfo.CurrentCulture, $"{respondents:N0} {(respondents == 1 ? "respondent" : "respondents")} of rarer majors {(respondents == 1 ? "is" : "are")} left out: too few to learn from.");
        }
    }

    private static string? Refuse(int known, int usable, int majors, int largest)
    {
        if (known < FewestRespondents)
        {
            return string.Create(CultureInfo.CurrentCulture, $"A forecast needs at least {FewestRespondents} respondents whose major and whose song's sound are known. There are {known:N0}, so {FewestRespondents - known:N0} are missing.");
        }

        if (majors < 2)
        {
            return majors == 0
                ? string.Create(CultureInfo.CurrentCulture, $"A forecast needs at least two majors with {FewestOfMajor} respondents each. The largest has {largest:N0}, so {FewestOfMajor - largest:N0} of it and a second major are missing.")
                : string.Create(CultureInfo.CurrentCulture, $"A forecast needs at least two majors with {FewestOfMajor} respondents each. There is one with {largest:N0} and {known - largest:N0} respondents beside it, so {FewestOfMajor - (known - largest):N0} are missing.");
        }

        return usable < FewestRespondents
            ? string.Create(CultureInfo.CurrentCulture, $"A forecast needs at least {FewestRespondents} respondents of majors with {FewestOfMajor} or more. There are {usable:N0}, so {FewestRespondents - usable:N0} are missing.")
            : null;
    }
}
