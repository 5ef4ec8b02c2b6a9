using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.GoogleSheets;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Survey.Columns;
using SpotifyDashboard.Survey.Sources;

namespace SpotifyDashboard.Survey;

/// <summary>What the owner of a survey sees and decides of it: which column tells what, whether names are hashed, whether an upload is kept.</summary>
/// <remarks>Choices are remembered for each kind of source by the columns' headers, so that they hold when columns move or a file is uploaded anew.</remarks>
public sealed class SurveyMappings
{
    private readonly IDbContextFactory<DashboardDbContext> _contexts;
    private readonly SurveyOwners _owners;
    private readonly SurveyRosters _rosters;
    private readonly SurveyResealing _resealing;
    private readonly SurveyFeed _feed;
    private readonly SurveyChanged _changed;
    private readonly SheetOptions _sheet;

    internal SurveyMappings(
        IDbContextFactory<DashboardDbContext> contexts, SurveyOwners owners, SurveyRosters rosters, SurveyResealing resealing, SurveyFeed feed, SurveyChanged changed, IOptions<SheetOptions> sheet)
    {
        (_contexts, _owners, _rosters, _resealing, _feed, _changed, _sheet) = (contexts, owners, rosters, resealing, feed, changed, sheet.Value);
    }

    /// <summary>The survey that a listener sees, described.</summary>
    public async Task<SurveyDescription> ReadMappingAsync(int listenerId, CancellationToken cancellationToken)
    {
        var owner = await _owners.FindAsync(listenerId, cancellationToken);
        var (source, survey) = await _rosters.ChooseAsync(owner, cancellationToken);
        var hasUpload = await HasUploadAsync(owner, cancellationToken);
        var isLive = _sheet.HasSheet || _sheet.HasCsv;
        return survey is null
            ? new SurveyDescription(source, source == SurveySource.Sample ? "Sample respondents" : "Survey", ColumnMapping.Empty, HashNames: true, Ledger: null, ReadAt: null, Problem: null, FailingSince: null, NextReadAt: null, hasUpload, isLive)
            : new SurveyDescription(
                source,
                survey.Title,
                MappingOf(survey, ChoicesOf(survey)),
                survey.HashNames,
                survey.Ledger is null ? null : SurveyJson.Read<SurveyLedger>(survey.Ledger),
                survey.ReadAt,
                survey.Problem,
                survey.FailingSince,
                survey.NextReadAt,
                hasUpload,
                isLive);
    }

    /// <summary>Says what a column tells; remembered, also when the source is read again.</summary>
    /// <param name="listenerId">Who says so.</param>
    /// <param name="columnKey">The column's <see cref="MappedColumn.Key"/>.</param>
    /// <param name="field">What it tells; null: it is not used. A column that had the field before loses it.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <returns>What the owner still has to do, in a sentence; null where nothing.</returns>
    /// <exception cref="ArgumentException">The survey has no such column.</exception>
    public async Task<string?> ChangeMappingAsync(int listenerId, string columnKey, SurveyField? field, CancellationToken cancellationToken)
    {
        var survey = await RequireAsync(listenerId, cancellationToken);
        var choices = ChoicesOf(survey);
        var before = MappingOf(survey, choices);
        if (!before.Columns.Any(column => column.Key == columnKey))
        {
            throw new ArgumentException("The survey has no such column.", nameof(columnKey));
        }

        foreach (var other in before.Columns.Where(column => field is not null && column.Field == field && column.Key != columnKey))
        {
            choices[other.Key] = ColumnMatcher.NotUsed;
        }

        choices[columnKey] = field is { } told ? SurveyFields.KeyOf(told) : ColumnMatcher.NotUsed;
        var needsReading = await _resealing.MapAsync(survey, before, MappingOf(survey, choices), choices, cancellationToken);
        return Settle(survey, needsReading, "The answers of this column were not stored, because they gave people away.");
    }

    /// <summary>Switches the hashing of names. On: stored names are hashed at once and can't be brought back. Off: names are kept from the next reading on.</summary>
    /// <returns>What the owner still has to do, in a sentence; null where nothing.</returns>
    public async Task<string?> HashNamesAsync(int listenerId, bool on, CancellationToken cancellationToken)
    {
        var survey = await RequireAsync(listenerId, cancellationToken);
        if (survey.HashNames == on)
        {
            return null;
        }

        await _resealing.HashNamesAsync(survey, on, cancellationToken);
        return Settle(survey, needsReading: !on, "Hashed names can't be brought back.");
    }

    /// <summary>Keeps the upload before other sources, or puts it aside without deleting it.</summary>
    public async Task KeepUploadAsync(int listenerId, bool keep, CancellationToken cancellationToken)
    {
        if (await _owners.FindAsync(listenerId, cancellationToken) is not { } owner)
        {
            return;
        }

        var name = SourceNames.Of(SurveySource.Upload);
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        await context.Surveys.Where(survey => survey.ListenerId == owner && survey.Source == name)
            .ExecuteUpdateAsync(survey => survey.SetProperty(s => s.IsChosen, keep).SetProperty(s => s.Version, s => s.Version + 1), cancellationToken);
        _feed.Wake();
        _changed.Publish(owner);
    }

    /// <summary>Deletes the upload with all its answers.</summary>
    public async Task DeleteUploadAsync(int listenerId, CancellationToken cancellationToken)
    {
        if (await _owners.FindAsync(listenerId, cancellationToken) is { } owner)
        {
            await _resealing.DeleteAsync(owner, SurveySource.Upload, cancellationToken);
            _feed.Wake();
            _changed.Publish(owner);
        }
    }

    private static Dictionary<string, string> ChoicesOf(SurveyRow survey) => SurveyJson.Read<Dictionary<string, string>>(survey.Choices);

    private static ColumnMapping MappingOf(SurveyRow survey, Dictionary<string, string> choices) => ColumnMatcher.Match(SurveyJson.Read<string[]>(survey.Headers), choices);

    private string? Settle(SurveyRow survey, bool needsReading, string why)
    {
        _changed.Publish(survey.ListenerId);
        if (!needsReading || survey.Source != SourceNames.Of(SurveySource.Upload))
        {
            _feed.Wake();
            return null;
        }

        return $"{why} Upload the file again to have them read.";
    }

    private async Task<SurveyRow> RequireAsync(int listenerId, CancellationToken cancellationToken)
    {
        var (_, survey) = await _rosters.ChooseAsync(await _owners.FindAsync(listenerId, cancellationToken), cancellationToken);
        return survey ?? throw new InvalidOperationException("There is no survey whose columns could be mapped; sample respondents have none.");
    }

    private async Task<bool> HasUploadAsync(int? owner, CancellationToken cancellationToken)
    {
        var name = SourceNames.Of(SurveySource.Upload);
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        return await context.Surveys.AsNoTracking().AnyAsync(survey => survey.ListenerId == owner && survey.Source == name, cancellationToken);
    }
}
