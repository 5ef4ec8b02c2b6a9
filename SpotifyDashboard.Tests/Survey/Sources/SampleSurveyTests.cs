using System.Collections.Immutable;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Survey;
using SpotifyDashboard.Survey.Sources;

namespace SpotifyDashboard.Tests.Survey.Sources;

public sealed class SampleSurveyTests
{
    private static readonly ImmutableArray<Respondent> s_sample = SampleSurvey.Create();

    [Fact]
    public void Sample_MadeTwice_IsTheSame()
    {
        var again = SampleSurvey.Create();

        Assert.Equal(SampleSurvey.Count, again.Length);
        Assert.All(again.Zip(s_sample), pair =>
        {
            Assert.Equal(pair.Second with { Song = null }, pair.First with { Song = null });
            Assert.Equal(pair.Second.Features.IsDefault ? [] : pair.Second.Features, pair.First.Features.IsDefault ? [] : pair.First.Features);
        });
    }

    [Fact]
    public void Sample_IsInventedAndPlausible()
    {
        Assert.Equal(s_sample.Length, s_sample.DistinctBy(respondent => respondent.Id).Count());
        Assert.All(s_sample, respondent => Assert.StartsWith("sample", respondent.Id, StringComparison.Ordinal));
        Assert.All(s_sample.Where(respondent => respondent.Song is not null), respondent =>
        {
            Assert.StartsWith("sample", respondent.Song!.TrackId, StringComparison.Ordinal);
            Assert.Equal(22, respondent.Song.TrackId.Length);
            Assert.Equal(13, respondent.Features.Length);
            Assert.InRange(respondent.Features[(int)Feature.Energy]!.Value, 0, 1);
        });
        Assert.Contains(s_sample, respondent => respondent.Song is null);
        Assert.Equal(5, s_sample.Select(respondent => respondent.Major).Distinct(StringComparer.Ordinal).Count());
    }
}
