using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Survey.Songs;

/// <summary>Who failed in one search through many songs: they are not asked about the rest of them, and the others go on.</summary>
internal sealed class SearchFailures
{
    private readonly Dictionary<string, ProviderException> _failed = new(StringComparer.Ordinal);

    /// <summary>The first failure that may pass, so that songs nobody else knows have to wait; null where there was none.</summary>
    public ProviderException? Passing { get; private set; }

    /// <summary>Whether this service is not to be asked any more.</summary>
    public bool IsResting(string service) => _failed.ContainsKey(service);

    /// <summary>Notes a failure.</summary>
    public void Note(string service, ProviderException failed)
    {
        _failed.TryAdd(service, failed);
        if (failed.Failure != Failure.NotAvailable)
        {
            Passing ??= failed;
        }
    }
}
