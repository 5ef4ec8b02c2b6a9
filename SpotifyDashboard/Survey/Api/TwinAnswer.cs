using SpotifyDashboard.Survey.Sound;
using SpotifyDashboard.Survey.Twins;

namespace SpotifyDashboard.Survey.Api;

/// <summary>A twin over HTTP.</summary>
/// <param name="Id">The respondent.</param>
/// <param name="Similarity">By sound −1 to 1, by habits 0 to 1.</param>
/// <param name="Shared">What both have in common, in words.</param>
/// <param name="Different">In what the twin is other, in words.</param>
internal sealed record TwinAnswer(string Id, double Similarity, IReadOnlyList<string> Shared, IReadOnlyList<string> Different)
{
    private const int Digits = 6;

    /// <summary>The twins of a search, the nearest first.</summary>
    public static IReadOnlyList<TwinAnswer> Of(SurveyMap map, TwinSearch search) =>
        [.. search.Twins.Select(twin => new TwinAnswer(map.Roster.Respondents[twin.Respondent].Id, Math.Round(twin.Similarity, Digits), twin.Shared, twin.Different))];
}
