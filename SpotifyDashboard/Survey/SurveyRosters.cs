using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Providers.GoogleSheets;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Survey.Columns;
using SpotifyDashboard.Survey.Songs;
using SpotifyDashboard.Survey.Sources;

namespace SpotifyDashboard.Survey;

/// <summary>Hands out the respondents of a survey as last read: from storage or memory, never from the network.</summary>
public sealed class SurveyRosters : IDisposable
{
    private readonly IDbContextFactory<DashboardDbContext> _contexts;
    private readonly SurveyOwners _owners;
    private readonly ListenerDirectory _listeners;
    private readonly SheetOptions _sheet;
    private readonly IDisposable _subscription;
    private readonly Lazy<ImmutableArray<Respondent>> _sample = new(SampleSurvey.Create);
    private readonly ConcurrentDictionary<(int Listener, string Source), (long Version, string Zone, ImmutableArray<Respondent> Respondents)> _built = new();

    internal SurveyRosters(IDbContextFactory<DashboardDbContext> contexts, SurveyOwners owners, ListenerDirectory listeners, IOptions<SheetOptions> sheet, ListenerGone listenerGone)
    {
        _contexts = contexts;
        _owners = owners;
        _listeners = listeners;
        _sheet = sheet.Value;
        _subscription = listenerGone.Subscribe(Drop);
    }

    /// <inheritdoc/>
    public void Dispose() => _subscription.Dispose();

    /// <summary>The roster for a listener; invented respondents (<see cref="SurveySource.Sample"/>) while no survey is set.</summary>
    /// <param name="listenerId">Who looks. Who looks at the demo sees the survey of the installation's own listener, named in <see cref="SurveyRoster.ListenerId"/>.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <returns>
    /// The roster; <see cref="SurveyRoster.Respondents"/> is the same list until answers, matches or names change, which
    /// <see cref="SurveyChanged"/> announces, so that what is learnt from it can be kept by it.
    /// </returns>
    public async Task<SurveyRoster> ReadAsync(int listenerId, CancellationToken cancellationToken)
    {
        var owner = await _owners.FindAsync(listenerId, cancellationToken);
        var (source, survey) = await ChooseAsync(owner, cancellationToken);
        if (source == SurveySource.Sample)
        {
            return new SurveyRoster(owner ?? listenerId, source, _sample.Value, "Sample respondents", ReadAt: null, Problem: null);
        }

        if (owner is not { } known || survey is null or { ReadAt: null, Problem: null })
        {
            return new SurveyRoster(owner ?? listenerId, source, [], "Survey", ReadAt: null, "The survey has not been read yet; it will be in a moment.");
        }

        return new SurveyRoster(known, source, await RespondentsAsync(survey, cancellationToken), survey.Title, survey.ReadAt, Problem(survey));
    }

    private void Drop(int listenerId)
    {
        foreach (var key in _built.Keys.Where(key => key.Listener == listenerId))
        {
            _built.TryRemove(key, out _);
        }
    }

    /// <summary>Which of the sources counts for an owner, and what is stored of it.</summary>
    internal async Task<(SurveySource Source, SurveyRow? Survey)> ChooseAsync(int? owner, CancellationToken cancellationToken)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        var stored = owner is null ? [] : await context.Surveys.AsNoTracking().Where(survey => survey.ListenerId == owner).ToListAsync(cancellationToken);
        if (Of(SurveySource.Upload) is { IsChosen: true } upload)
        {
            return (SurveySource.Upload, upload);
        }

        // What the settings name belongs to the first own listener; others see nothing of it.
        var isOfSettings = owner is null || owner == await _owners.FindOfSettingsAsync(cancellationToken);
        return _sheet switch
        {
            { HasSheet: true } when isOfSettings => (SurveySource.GoogleSheet, Of(SurveySource.GoogleSheet)),
            { HasCsv: true } when isOfSettings => (SurveySource.PublishedCsv, Of(SurveySource.PublishedCsv)),
            _ => (SurveySource.Sample, null),
        };

        SurveyRow? Of(SurveySource source) => stored.Find(survey => survey.Source == SourceNames.Of(source));
    }

    /// <summary>The rows of a survey in their order, as stored.</summary>
    internal async Task<List<StoredAnswer>> RowsAsync(SurveyRow survey, CancellationToken cancellationToken)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.SurveyAnswers.AsNoTracking()
            .Where(answer => answer.ListenerId == survey.ListenerId && answer.Source == survey.Source)
            .OrderBy(answer => answer.Ordinal)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(static row => new StoredAnswer(row.Id, row.Ordinal, row.RowHash, row.NameHash, row.ShownName, SurveyJson.Read<string[]>(row.Cells)));
    }

    /// <summary>What makes sense of a survey's rows.</summary>
    internal async Task<(RespondentReader Reader, string Zone)> ReaderAsync(SurveyRow survey, IReadOnlyList<StoredAnswer> rows, CancellationToken cancellationToken)
    {
        var zone = await ZoneAsync(survey, cancellationToken);
        var mapping = ColumnMatcher.Match(SurveyJson.Read<string[]>(survey.Headers), SurveyJson.Read<Dictionary<string, string>>(survey.Choices));
        return (RosterBuilder.ReaderOf(mapping, zone, rows, (survey.ReadAt ?? DateTimeOffset.UnixEpoch).Year), zone.Id);
    }

    private async Task<ImmutableArray<Respondent>> RespondentsAsync(SurveyRow survey, CancellationToken cancellationToken)
    {
        var zone = (await ZoneAsync(survey, cancellationToken)).Id;
        if (_built.TryGetValue((survey.ListenerId, survey.Source), out var built) && built.Version == survey.Version && built.Zone == zone)
        {
            return built.Respondents;
        }

        var rows = await RowsAsync(survey, cancellationToken);
        var (reader, _) = await ReaderAsync(survey, rows, cancellationToken);
        var respondents = RosterBuilder.Build(rows, reader, await SongsAsync(survey.ListenerId, cancellationToken));

        // Two may build at once; the first one's list counts for both, so that it stays one list.
        return _built.AddOrUpdate(
            (survey.ListenerId, survey.Source),
            (survey.Version, zone, respondents),
            (_, other) => other.Version >= survey.Version && other.Zone == zone ? other : (survey.Version, zone, respondents)).Respondents;
    }

    private async Task<Dictionary<string, SongMatch>> SongsAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        var songs = await context.SurveySongs.AsNoTracking().Where(song => song.ListenerId == listenerId && song.TrackId != null).ToListAsync(cancellationToken);
        return songs.ToDictionary(static song => song.SongKey, SongRows.MatchOf, StringComparer.Ordinal);
    }

    private async Task<TimeZoneInfo> ZoneAsync(SurveyRow survey, CancellationToken cancellationToken)
    {
        var listener = await _listeners.FindAsync(survey.ListenerId, cancellationToken);
        return RosterBuilder.ZoneOf(survey.TimeZone, listener?.Zone ?? TimeZoneInfo.Utc);
    }

    private static string? Problem(SurveyRow survey)
    {
        if (survey.Problem is not { } problem)
        {
            return survey.Remark;
        }

        var since = survey.FailingSince is { } failing ? $" Since {Say(failing)}." : "";
        var next = survey.NextReadAt is { } again ? $" Next try at {Say(again)}." : "";
        return $"{problem}{since}{next}";
    }

    private static string Say(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
