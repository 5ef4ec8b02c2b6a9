using System.Collections.Immutable;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Numerics;
using SpotifyDashboard.Survey.Sound;

namespace SpotifyDashboard.Survey.Twins;

/// <summary>Finds who is nearest to whom in a survey. Pure: a function of the map.</summary>
/// <remarks>
/// <para>By sound: cosine of the features in deviations from the survey's mean (<see cref="CosineSimilarity"/>), symmetric and −1 to 1.</para>
/// <para>By sound and habits: the mean of (cosine + 1) ÷ 2 and of <see cref="HabitScale"/>, or what one of them says where the pair lacks the
/// other; symmetric and 0 to 1. Who has a sound is compared with those who have one, so that no list mixes the two.</para>
/// <para>Ties go to the respondent with more answers in common to compare, then to the one whose id comes first in ordinal order.</para>
/// </remarks>
internal static class TwinFinder
{
    /// <summary>The nearest to a respondent.</summary>
    /// <param name="map">The survey.</param>
    /// <param name="respondent">Place in the roster.</param>
    /// <param name="basis">By what they are compared.</param>
    /// <param name="limit">At most so many.</param>
    public static TwinSearch Find(SurveyMap map, int respondent, TwinBasis basis, int limit)
    {
        ArgumentNullException.ThrowIfNull(map);
        return basis == TwinBasis.Sound ? FindBySound(map, respondent, limit) : FindByHabits(map, respondent, limit);
    }

    /// <summary>The respondents nearest by sound to somebody who is not among them, such as the listener.</summary>
    public static TwinSearch Find(SurveyMap map, MusicDna dna, int limit)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(dna);
        if (map.Sound is not { } sound || dna.Standing.IsEmpty)
        {
            return new TwinSearch([], map.Count == 0 ? NobodyHasSound : "The sound of your tracks is not known well enough to compare.");
        }

        // What is unknown of the one is not compared; nothing is put in its place.
        int[] known = [.. Enumerable.Range(0, sound.Features.Length).Where(column => !float.IsNaN(dna.Standing[column]))];
        var rows = sound.Scaled.SelectFeatures(known.Select(column => sound.Raw.Features[column]));
        float[] target = [.. known.Select(column => dna.Standing[column])];
        ImmutableArray<Feature> features = [.. known.Select(column => sound.Features[column])];
        return new TwinSearch(
            [.. CosineSimilarity.Nearest(rows, target, limit, static _ => true).Select(found => new Twin(
                map.RespondentAt(found.Row),
                found.Similarity,
                TwinWords.SharedSounds(features, target, rows.Row(found.Row)),
                TwinWords.DifferentSounds(features, target, rows.Row(found.Row))))],
            Missing: null);
    }

    /// <summary>How alike two respondents are by <paramref name="basis"/>; null where nothing of them can be compared.</summary>
    public static double? Similarity(SurveyMap map, HabitScale habits, int one, int other, TwinBasis basis)
    {
        double? cosine = map.Sound is { } sound && map.RowOf(one) is >= 0 and var row && map.RowOf(other) is >= 0 and var otherRow
            ? CosineSimilarity.Of(sound.Scaled.Row(row), sound.Scaled.Row(otherRow))
            : null;
        if (basis == TwinBasis.Sound)
        {
            return cosine;
        }

        double?[] parts = [(cosine + 1) / 2, habits.Similarity(map.Roster.Respondents[one], map.Roster.Respondents[other])];
        return parts.Average();
    }

    private const string NobodyHasSound = "No favourite song of this survey has a known sound yet, so nobody has a twin by sound.";

    private static TwinSearch FindBySound(SurveyMap map, int respondent, int limit)
    {
        if (map.Sound is not { } sound)
        {
            return new TwinSearch([], NobodyHasSound);
        }

        if (map.RowOf(respondent) is not (>= 0 and var row))
        {
            return new TwinSearch([], map.Roster.Respondents[respondent].FavoriteSong is null
                ? "This respondent named no favourite song, so there is no twin by sound."
                : "The sound of this respondent's favourite song is not known, so there is no twin by sound.");
        }

        var nearest = CosineSimilarity.Nearest(sound.Scaled, sound.Scaled.Row(row), limit, other => other != row);
        return nearest.Count == 0
            ? new TwinSearch([], "No other respondent's song has a known sound.")
            : new TwinSearch([.. nearest.Select(found => Describe(map, respondent, map.RespondentAt(found.Row), found.Similarity))], Missing: null);
    }

    private static TwinSearch FindByHabits(SurveyMap map, int respondent, int limit)
    {
        var habits = new HabitScale(map.Roster);
        var hasSound = map.RowOf(respondent) >= 0;
        var found = Enumerable.Range(0, map.Roster.Respondents.Length)
            .Where(other => other != respondent && (!hasSound || map.RowOf(other) >= 0))
            .Select(other => (Other: other, Similarity: Similarity(map, habits, respondent, other, TwinBasis.Habits)))
            .Where(static pair => pair.Similarity is not null)
            .OrderByDescending(static pair => pair.Similarity)
            .ThenByDescending(pair => habits.Compared(map.Roster.Respondents[respondent], map.Roster.Respondents[pair.Other]))
            .ThenBy(pair => map.Roster.Respondents[pair.Other].Id, StringComparer.Ordinal)
            .Take(limit)
            .Select(pair => Describe(map, respondent, pair.Other, pair.Similarity ?? 0))
            .ToImmutableArray();
        return new TwinSearch(found, found.IsEmpty ? "There is nothing that this respondent and another both answered." : null);
    }

    private static Twin Describe(SurveyMap map, int respondent, int other, double similarity)
    {
        var (one, two) = (map.Roster.Respondents[respondent], map.Roster.Respondents[other]);
        ImmutableArray<string> shared = [], different = [];
        if (map.Sound is { } sound && map.RowOf(respondent) is >= 0 and var row && map.RowOf(other) is >= 0 and var otherRow)
        {
            shared = TwinWords.SharedSounds(sound.Features, sound.Scaled.Row(row), sound.Scaled.Row(otherRow));
            different = TwinWords.DifferentSounds(sound.Features, sound.Scaled.Row(row), sound.Scaled.Row(otherRow));
        }

        return new Twin(other, similarity, [.. shared, .. TwinWords.SharedAnswers(one, two)], [.. different, .. TwinWords.DifferentAnswers(one, two)]);
    }
}
