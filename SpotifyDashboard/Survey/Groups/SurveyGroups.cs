using System.Collections.Immutable;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Survey.Majors;
using SpotifyDashboard.Survey.Sound;

namespace SpotifyDashboard.Survey.Groups;

/// <summary>The respondents of a survey by an answer. Pure: a function of the map.</summary>
internal static class SurveyGroups
{
    /// <summary>The groups, the largest first, equal ones by name; who gave no answer is in none.</summary>
    public static ImmutableArray<SurveyGroup> By(SurveyMap map, GroupKind kind)
    {
        ArgumentNullException.ThrowIfNull(map);
        var answers = map.Roster.Respondents.Select((respondent, index) => (Index: index, Answer: AnswerOf(respondent, kind)));
        return
        [
            .. answers
                .Select(answer => (answer.Index, answer.Answer, Key: kind == GroupKind.Major ? MajorNames.KeyOf(answer.Answer) : AnswerFold.Of(answer.Answer)))
                .Where(static answer => !string.IsNullOrEmpty(answer.Key))
                .GroupBy(static answer => answer.Key ?? "", StringComparer.Ordinal)
                .Select(group => Describe(map, NameOf(kind, group.Key, [.. group.Select(static answer => answer.Answer).OfType<string>()]), [.. group.Select(static answer => answer.Index)]))
                .OrderByDescending(static group => group.Members.Length)
                .ThenBy(static group => group.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static string? AnswerOf(Respondent respondent, GroupKind kind) => kind switch
    {
        GroupKind.Major => respondent.Major,
        GroupKind.Year => respondent.Year,
        _ => respondent.Hometown,
    };

    private static string NameOf(GroupKind kind, string key, string[] spellings) => kind == GroupKind.Major ? MajorNames.NameOf(key, spellings) : AnswerFold.MostFrequent(spellings);

    private static SurveyGroup Describe(SurveyMap map, string name, ImmutableArray<int> members)
    {
        int[] rows = [.. members.Select(map.RowOf).Where(static row => row >= 0)];
        return new SurveyGroup(
            name,
            members,
            members.Select(index => map.Roster.Respondents[index].HoursPerDay).Average(),
            rows.Length,
            [.. Features.Thirteen.Select(feature => Mean(map, rows, feature, static sound => sound.Raw))],
            [.. Features.Thirteen.Select(feature => Mean(map, rows, feature, static sound => sound.Scaled))]);
    }

    private static double? Mean(SurveyMap map, int[] rows, Feature feature, Func<SurveySound, Numerics.FeatureMatrix> matrix) =>
        map.Sound is { } sound && sound.Features.IndexOf(feature) is >= 0 and var column && rows.Length > 0
            ? rows.Average(row => (double)matrix(sound)[row, column])
            : null;
}
