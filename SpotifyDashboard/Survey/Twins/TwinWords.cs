using System.Collections.Immutable;
using System.Globalization;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Survey.Groups;
using SpotifyDashboard.Survey.Majors;

namespace SpotifyDashboard.Survey.Twins;

/// <summary>Says what two people share and where they differ.</summary>
internal static class TwinWords
{
    private const int MostSounds = 3;

    /// <summary>Deviations from the mean from which both are said to stand out.</summary>
    private const double StandsOut = 0.5;

    /// <summary>Deviations between the two from which they are said to differ.</summary>
    private const double Differs = 1;
    private const double YearsApart = 3;
    private const double HoursApart = 1;

    /// <summary>In what the sounds stand out alike, farthest first.</summary>
    public static ImmutableArray<string> SharedSounds(ImmutableArray<Feature> features, ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        List<(double Weight, string Words)> found = [];
        for (var column = 0; column < features.Length; column++)
        {
            var least = Math.Min(Math.Abs(one[column]), Math.Abs(other[column]));
            if (least >= StandsOut && Math.Sign(one[column]) == Math.Sign(other[column]) && Math.Abs(one[column] - other[column]) < Differs && FeatureWords.IsTelling(features[column]))
            {
                found.Add((least, FeatureWords.Of(features[column], one[column])));
            }
        }

        return [.. found.OrderByDescending(static sound => sound.Weight).Take(MostSounds).Select(static sound => sound.Words)];
    }

    /// <summary>In what <paramref name="other"/> sounds other than <paramref name="one"/>, farthest first.</summary>
    public static ImmutableArray<string> DifferentSounds(ImmutableArray<Feature> features, ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        List<(double Weight, string Words)> found = [];
        for (var column = 0; column < features.Length; column++)
        {
            var apart = other[column] - one[column];
            if (Math.Abs(apart) >= Differs && FeatureWords.IsTelling(features[column]))
            {
                found.Add((Math.Abs(apart), FeatureWords.Compared(features[column], apart)));
            }
        }

        return [.. found.OrderByDescending(static sound => sound.Weight).Take(MostSounds).Select(static sound => sound.Words)];
    }

    /// <summary>Answers that both gave.</summary>
    public static IEnumerable<string> SharedAnswers(Respondent one, Respondent other)
    {
        if (one.Major is { } major && MajorNames.KeyOf(major) is { } key && key == MajorNames.KeyOf(other.Major))
        {
            yield return $"major {major.Trim()}";
        }

        if (IsSame(one.Artist, other.Artist))
        {
            yield return $"favourite artist {one.Artist?.Trim()}";
        }

        if (IsSame(one.Year, other.Year))
        {
            yield return $"year {one.Year?.Trim()}";
        }

        if (IsSame(one.Hometown, other.Hometown))
        {
            yield return $"from {one.Hometown?.Trim()}";
        }

        var times = HabitScale.PartsOf(one.ListeningTime).Intersect(HabitScale.PartsOf(other.ListeningTime), StringComparer.Ordinal).ToList();
        if (times.Count > 0)
        {
            yield return $"listening time {Spelled(one.ListeningTime, times)}";
        }

        if (one.Age is { } age && other.Age == age)
        {
            yield return string.Create(CultureInfo.CurrentCulture, $"{age} years old");
        }

        if (one.HoursPerDay is { } hours && other.HoursPerDay is { } otherHours && Math.Abs(hours - otherHours) < HoursApart)
        {
            yield return string.Create(CultureInfo.CurrentCulture, $"about {Math.Round((hours + otherHours) / 2, MidpointRounding.AwayFromZero):0} h of music a day");
        }
    }

    /// <summary>Habits in which <paramref name="other"/> is other than <paramref name="one"/>.</summary>
    public static IEnumerable<string> DifferentAnswers(Respondent one, Respondent other)
    {
        if (one.Age is { } age && other.Age is { } otherAge && Math.Abs(age - otherAge) >= YearsApart)
        {
            yield return string.Create(CultureInfo.CurrentCulture, $"{Math.Abs(age - otherAge)} years {(otherAge > age ? "older" : "younger")}");
        }

        if (one.HoursPerDay is { } hours && other.HoursPerDay is { } otherHours && Math.Abs(hours - otherHours) >= HoursApart)
        {
            yield return string.Create(CultureInfo.CurrentCulture, $"{Math.Abs(hours - otherHours):0.#} h a day {(otherHours > hours ? "more" : "less")}");
        }

        var times = HabitScale.PartsOf(other.ListeningTime).Except(HabitScale.PartsOf(one.ListeningTime), StringComparer.Ordinal).ToList();
        if (one.ListeningTime is not null && times.Count > 0)
        {
            yield return $"listening time {Spelled(other.ListeningTime, times)}";
        }

        if (one.Year is not null && other.Year is { } year && !IsSame(one.Year, year))
        {
            yield return $"year {year.Trim()}";
        }
    }

    private static bool IsSame(string? one, string? other) => AnswerFold.Of(one) is { Length: > 0 } folded && folded == AnswerFold.Of(other);

    private static string Spelled(string? answer, List<string> folded) =>
        string.Join(" and ", (answer ?? "").Split([',', ';', '|'], StringSplitOptions.TrimEntries).Where(part => folded.Contains(AnswerFold.Of(part), StringComparer.Ordinal)));
}
