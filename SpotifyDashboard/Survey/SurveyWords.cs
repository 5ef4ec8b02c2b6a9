using System.Collections.Immutable;
using System.Globalization;
using SpotifyDashboard.Components.Charts;
using SpotifyDashboard.Survey.Sound;

namespace SpotifyDashboard.Survey;

/// <summary>Respondents and their numbers as the pages of the survey say them.</summary>
internal static class SurveyWords
{
    /// <summary>How a respondent is called on screen.</summary>
    public static string NameOf(Respondent respondent) => respondent.ShownName is { Length: > 0 } name ? name : "Somebody";

    /// <summary>"Kitchen Light by Hazel &amp; Oak"; null where no song was named.</summary>
    public static string? SongOf(Respondent respondent) => (respondent.FavoriteSong, respondent.Artist) switch
    {
        (null, null) => null,
        (null, { } artist) => $"something by {artist}",
        ({ } song, null) => song,
        ({ } song, { } artist) => $"{song} by {artist}",
    };

    /// <summary>"Psychology · Third year · 21 years": what is known of them.</summary>
    public static string AboutOf(Respondent respondent) => string.Join(
        " · ",
        new[] { respondent.Major, respondent.Year, respondent.Age is { } age ? string.Create(CultureInfo.CurrentCulture, $"{age} years") : null, respondent.Hometown }
            .Where(static part => !string.IsNullOrWhiteSpace(part)));

    /// <summary>"74", or a dash.</summary>
    public static string ScoreOf(double? score) => score is { } known ? known.ToString("0", CultureInfo.CurrentCulture) : "–";

    /// <summary>"0.91".</summary>
    public static string SimilarityOf(double similarity) => similarity.ToString("0.00", CultureInfo.CurrentCulture);

    /// <summary>The words for a point of the map that is pointed at.</summary>
    public static PointTip TipOf(SurveyMap map, int row)
    {
        var respondent = map.Roster.Respondents[map.RespondentAt(row)];
        ImmutableArray<string> lines = [SongOf(respondent) ?? "", AboutOf(respondent), map.Clusters[ClusterOf(map, row)].Name];
        return new PointTip(NameOf(respondent), [.. lines.Where(static line => line.Length > 0)]);
    }

    /// <summary>The cluster of a row.</summary>
    public static int ClusterOf(SurveyMap map, int row) => map.Sound?.Model.Labels[row] ?? 0;
}
