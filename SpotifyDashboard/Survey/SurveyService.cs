using System.Collections.Immutable;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Survey.Majors;
using SpotifyDashboard.Survey.Sound;
using SpotifyDashboard.Survey.Twins;

namespace SpotifyDashboard.Survey;

/// <summary>What is made of a survey, once for all who look at it: its map, the forecast of majors, and how the listener sounds beside it.</summary>
/// <remarks>
/// A newer list of respondents is another key, so its map is made and its forecast learned anew; what was made of the older one is
/// dropped. The work runs on the thread pool, never on a circuit's thread, and ends when everyone who waited has left.
/// </remarks>
internal sealed class SurveyService(SurveyRosters rosters, ListenerSound listenerSound)
{
    private const int SurveysKept = 8;

    private readonly SharedWork<SurveyKey, SurveyMap> _maps = new(SurveysKept);
    private readonly SharedWork<SurveyMap, MajorForecast> _forecasts = new(SurveysKept);
    private readonly SharedWork<SurveyMap, SimilarityPicture> _matrices = new(SurveysKept);

    /// <summary>The survey as last read, and its map.</summary>
    /// <param name="listenerId">Who looks.</param>
    /// <param name="cancellationToken">Ends this caller's wait.</param>
    public async Task<(SurveyRoster Roster, SurveyMap Map)> ReadAsync(int listenerId, CancellationToken cancellationToken)
    {
        var roster = await rosters.ReadAsync(listenerId, cancellationToken);
        var key = new SurveyKey(roster.ListenerId, roster.Source, roster.Respondents);
        _maps.Forget(other => other.ListenerId == key.ListenerId && other != key);
        _forecasts.Forget(IsOlder);
        _matrices.Forget(IsOlder);
        return (roster, await _maps.GetAsync(key, token => Task.FromResult(SurveyMapBuilder.Build(roster, token)), cancellationToken));

        bool IsOlder(SurveyMap map) => map.Roster.ListenerId == roster.ListenerId && map.Roster.Respondents != roster.Respondents;
    }

    /// <summary>The forecast of majors learned from a survey.</summary>
    /// <param name="map">The survey.</param>
    /// <param name="cancellationToken">Ends this caller's wait; the learning ends when nobody waits any more.</param>
    public Task<MajorForecast> ReadForecastAsync(SurveyMap map, CancellationToken cancellationToken) =>
        _forecasts.GetAsync(map, token => Task.FromResult(MajorPredictor.Learn(map, token)), cancellationToken);

    /// <summary>How alike the respondents sound, every two of them.</summary>
    public Task<SimilarityPicture> ReadMatrixAsync(SurveyMap map, CancellationToken cancellationToken) =>
        _matrices.GetAsync(map, token => Task.FromResult(SimilarityPicture.Of(map, token)), cancellationToken);

    /// <summary>How the listener sounds in the period of <paramref name="view"/>.</summary>
    public Task<ListenerDna> ReadListenerAsync(ListeningView view, CancellationToken cancellationToken) => listenerSound.ReadAsync(view, cancellationToken);

    /// <summary>How a track of the listener's library sounds; default where that is not known.</summary>
    public Task<ImmutableArray<double?>> ReadTrackAsync(ListeningLog log, string trackId, CancellationToken cancellationToken) =>
        listenerSound.OfTrackAsync(log, trackId, cancellationToken);

    /// <summary>What a map depends on: reading the same answers again changes when they were read, not the list.</summary>
    private sealed record SurveyKey(int ListenerId, SurveySource Source, ImmutableArray<Respondent> Respondents);
}
