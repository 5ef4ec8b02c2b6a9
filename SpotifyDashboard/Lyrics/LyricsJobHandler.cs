using System.Globalization;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Lyrics;

/// <summary>Looks for the words of one song at once. Repeating it asks only for what is not known yet.</summary>
internal sealed class LyricsJobHandler(LyricsFinder finder, ListeningLogs logs) : IJobHandler
{
    public const string JobKind = "lyrics";

    /// <inheritdoc/>
    public string Kind => JobKind;

    /// <inheritdoc/>
    public async Task<object?> RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        var id = LyricsJobInput.Read(job.Input).TrackId;
        var catalogue = (await logs.GetAsync(job.ListenerId, cancellationToken)).Catalogue;
        if (catalogue.IndexOf(id) is not (>= 0 and var track))
        {
            throw new JobFailedException("The track is not in the history any more.");
        }

        try
        {
            job.Report("Asking LRCLIB for the words…", 0);
            return await finder.AskAsync(WantedSongs.Of(job.ListenerId, catalogue, catalogue.CountsAs[track]), evenIfNotDue: true, cancellationToken) is { } row
                ? new LyricsJobResult(id, (LyricsState)row.Outcome)
                : throw new JobFailedException("Looking for the words of songs is switched off.");
        }
        catch (ProviderException exception)
        {
            var next = exception.RetryAt is { } moment ? string.Create(CultureInfo.InvariantCulture, $" It can be asked again from {moment.UtcDateTime:HH:mm} UTC.") : "";
            throw new JobFailedException($"{exception.Message}{(exception.Hint is { } hint ? $" {hint}" : "")}{next}", innerException: exception);
        }
    }
}
