using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage;

/// <summary>The one database, on SQLite or PostgreSQL. Made by <see cref="IDbContextFactory{TContext}"/>, one context per operation.</summary>
/// <remarks>
/// Tables and columns are snake_case, moments are milliseconds since 1970 in UTC on both providers, so that raw SQL reads the same.
/// Rows that come by the hundred thousand are written by prepared commands (<see cref="StorageWriter"/>), not through this context.
/// </remarks>
public sealed class DashboardDbContext(DbContextOptions<DashboardDbContext> options) : DbContext(options)
{
    public DbSet<Listener> Listeners => Set<Listener>();

    public DbSet<Artist> Artists => Set<Artist>();

    public DbSet<Album> Albums => Set<Album>();

    public DbSet<Track> Tracks => Set<Track>();

    public DbSet<CatalogueRow> Catalogue => Set<CatalogueRow>();

    public DbSet<AudioFeatures> AudioFeatures => Set<AudioFeatures>();

    public DbSet<TrackDocument> TrackDocuments => Set<TrackDocument>();

    public DbSet<Circumstance> Circumstances => Set<Circumstance>();

    public DbSet<PlayContext> PlayContexts => Set<PlayContext>();

    public DbSet<Sighting> Sightings => Set<Sighting>();

    public DbSet<RemovedSighting> RemovedSightings => Set<RemovedSighting>();

    public DbSet<Play> Plays => Set<Play>();

    public DbSet<SpokenSighting> SpokenSightings => Set<SpokenSighting>();

    public DbSet<LibraryTrack> LibraryTracks => Set<LibraryTrack>();

    public DbSet<JobRow> Jobs => Set<JobRow>();

    public DbSet<ImportFileRow> ImportFiles => Set<ImportFileRow>();

    public DbSet<MoodAnchorRow> MoodAnchors => Set<MoodAnchorRow>();

    public DbSet<SpotifyAccountRow> SpotifyAccounts => Set<SpotifyAccountRow>();

    public DbSet<LoginAttemptRow> LoginAttempts => Set<LoginAttemptRow>();

    public DbSet<DataProtectionKeyRow> DataProtectionKeys => Set<DataProtectionKeyRow>();

    public DbSet<InstallationFact> InstallationFacts => Set<InstallationFact>();

    public DbSet<CachedAnswerRow> CachedAnswers => Set<CachedAnswerRow>();

    public DbSet<ApiCallRow> ApiCalls => Set<ApiCallRow>();

    public DbSet<ServiceBlockRow> ServiceBlocks => Set<ServiceBlockRow>();

    public DbSet<ServiceStateRow> ServiceStates => Set<ServiceStateRow>();

    public DbSet<PollStateRow> PollStates => Set<PollStateRow>();

    public DbSet<Gap> Gaps => Set<Gap>();

    public DbSet<TopItemRow> TopItems => Set<TopItemRow>();

    public DbSet<RecordingSplitRow> RecordingSplits => Set<RecordingSplitRow>();

    public DbSet<EnrichmentRow> Enrichments => Set<EnrichmentRow>();

    public DbSet<ArtistGenre> ArtistGenres => Set<ArtistGenre>();

    public DbSet<ValueOrigin> ValueOrigins => Set<ValueOrigin>();

    public DbSet<DeletionRow> Deletions => Set<DeletionRow>();

    public DbSet<ShareLinkRow> ShareLinks => Set<ShareLinkRow>();

    public DbSet<RecommendationVerdictRow> RecommendationVerdicts => Set<RecommendationVerdictRow>();

    public DbSet<SuggestedTrackRow> SuggestedTracks => Set<SuggestedTrackRow>();

    public DbSet<SuggestionFetchRow> SuggestionFetches => Set<SuggestionFetchRow>();

    public DbSet<PlaylistRow> Playlists => Set<PlaylistRow>();

    public DbSet<SurveyRow> Surveys => Set<SurveyRow>();

    public DbSet<SurveyAnswerRow> SurveyAnswers => Set<SurveyAnswerRow>();

    public DbSet<SurveySongRow> SurveySongs => Set<SurveySongRow>();

    public DbSet<MailSettingRow> MailSettings => Set<MailSettingRow>();

    public DbSet<MailLetterRow> MailLetters => Set<MailLetterRow>();

    public DbSet<NarrativeRow> Narratives => Set<NarrativeRow>();

    public DbSet<NarrativeChoicesRow> NarrativeChoices => Set<NarrativeChoicesRow>();

    public DbSet<NarrativeCallsRow> NarrativeCalls => Set<NarrativeCallsRow>();

    public DbSet<NarrativeTurnRow> NarrativeTurns => Set<NarrativeTurnRow>();

    public DbSet<LyricsRow> Lyrics => Set<LyricsRow>();

    public DbSet<LyricsChoiceRow> LyricsChoices => Set<LyricsChoiceRow>();

    public DbSet<AccountRow> Accounts => Set<AccountRow>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<InvitationRow> Invitations => Set<InvitationRow>();

    public DbSet<AccessTokenRow> AccessTokens => Set<AccessTokenRow>();

    public DbSet<PasskeyRow> Passkeys => Set<PasskeyRow>();

    public DbSet<SpotifyAppRow> SpotifyApps => Set<SpotifyAppRow>();

    public DbSet<SignInGuessRow> SignInGuesses => Set<SignInGuessRow>();

    public DbSet<LeaseRow> Leases => Set<LeaseRow>();

    public DbSet<ReplicaRow> Replicas => Set<ReplicaRow>();

    /// <summary>The one listener whose rows queries see and changes may touch; null: all (<see cref="ListenerScope"/>).</summary>
    public int? VisibleListener { get; private set; }

    /// <summary>Whether nothing may be written.</summary>
    public bool IsReadOnly { get; private set; }

    /// <summary>Says whose rows this context sees, each time that it is handed out.</summary>
    internal void Narrow(int? listenerId, bool isReadOnly) => (VisibleListener, IsReadOnly) = (listenerId, isReadOnly);

    /// <summary>Refuses to write for <paramref name="listenerId"/> where this context may not; 0 stands for what everybody shares.</summary>
    /// <exception cref="ReadOnlyVisitorException">It may only read.</exception>
    /// <exception cref="InvalidOperationException">Another listener is looking: a fault of the program.</exception>
    internal void DemandWriting(int listenerId)
    {
        if (IsReadOnly)
        {
            throw new ReadOnlyVisitorException();
        }

        if (VisibleListener is { } visible && listenerId != 0 && listenerId != visible)
        {
            throw new InvalidOperationException($"Listener {listenerId} is not the one who is looking.");
        }
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        CheckOwners();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        CheckOwners();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DashboardDbContext).Assembly);
        SnakeCase.Apply(modelBuilder);
        OwnRows.Filter(modelBuilder, this);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMillisecondsConverter>();

        // Indexes are told, not guessed: one on every foreign key would slow the import of sightings and serve no question.
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();
    }

    private void CheckOwners()
    {
        if (IsReadOnly)
        {
            throw new ReadOnlyVisitorException();
        }

        if (VisibleListener is { } visible)
        {
            OwnRows.Check(ChangeTracker, visible);
        }
    }
}
