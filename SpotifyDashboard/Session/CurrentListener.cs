using System.Threading.Channels;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Session;

/// <summary>Whose dashboard this tab shows. Follows what is stored, also by other processes, and tells the tab's panels.</summary>
/// <remarks>
/// Subscribers are called with the profile as it now is (or null) after every change of plays or listener; the tab's
/// <see cref="SessionCache"/> is empty by then. They are called on no particular thread: hand over with <c>InvokeAsync</c>.
/// </remarks>
public sealed partial class CurrentListener : Announcer<ListenerProfile?>, IAsyncDisposable
{
    // An import commits many times a second; a page that followed each would only flicker.
    private static readonly TimeSpan s_pace = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly ListenerDirectory _directory;
    private readonly ListenerScope _scope;
    private readonly SessionCache _cache;
    private readonly TimeProvider _time;
    private readonly ILogger<CurrentListener> _logger;
    private readonly IDisposable _subscription;
    private readonly ITimer? _patience;
    private readonly long _openedAt;
    private readonly bool _demoIsEnabled;
    private readonly CancellationTokenSource _closed = new();
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lazy<Task> _first;
    private readonly Task _following;
    private string? _browserZone;
    private int? _toldZoneOf;

    /// <summary>Made by the container, once per tab.</summary>
    public CurrentListener(
        ListenerDirectory directory,
        SessionCache cache,
        PlaysChanged playsChanged,
        ListenerScope scope,
        IConfiguration configuration,
        TimeProvider time,
        ILogger<CurrentListener> logger)
    {
        ArgumentNullException.ThrowIfNull(playsChanged);
        ArgumentNullException.ThrowIfNull(time);
        _directory = directory;
        _scope = scope;
        _cache = cache;
        _time = time;
        _logger = logger;
        _openedAt = time.GetTimestamp();
        _demoIsEnabled = configuration.GetValue("Demo:Enabled", defaultValue: true) && !scope.NeedsVisitor;
        _first = new Lazy<Task>(() => LookAsync(_closed.Token));
        _subscription = playsChanged.Subscribe(Notice);
        _patience = _demoIsEnabled ? time.CreateTimer(_ => Notice(), state: null, s_patience, Timeout.InfiniteTimeSpan) : null;
        _following = FollowAsync();
    }

    /// <summary>The listener as last read; null before <see cref="ReadAsync"/>, and where there is none.</summary>
    public ListenerProfile? Profile { get; private set; }

    /// <summary>Whether there is nobody yet, but the demo listener will be there in a moment.</summary>
    public bool IsBeingMade => Profile is null && _demoIsEnabled && _time.GetElapsedTime(_openedAt) < s_patience;

    /// <summary>Reads the listener once per tab; later calls return what is known.</summary>
    /// <param name="cancellationToken">Ends this caller's wait.</param>
    public async Task<ListenerProfile?> ReadAsync(CancellationToken cancellationToken)
    {
        await _first.Value.WaitAsync(cancellationToken);
        return Profile;
    }

    /// <summary>Reads the listener again and lets every panel of the tab do the same.</summary>
    /// <param name="cancellationToken">Ends the operation.</param>
    public async Task ReadAgainAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        Tell();
    }

    /// <summary>Takes the browser's time zone for the listener's, unless they chose one themselves.</summary>
    /// <param name="zone">IANA name; one that this machine does not know is passed over.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public async Task TellZoneAsync(string zone, CancellationToken cancellationToken)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            return;
        }

        _browserZone = zone;
        await ReadAsync(cancellationToken);
        if (await AdoptZoneAsync(cancellationToken))
        {
            Tell();
        }
    }

    /// <summary>Ends the following; the tab is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        _subscription.Dispose();
        if (_patience is not null)
        {
            await _patience.DisposeAsync();
        }

        await _closed.CancelAsync();
        await _following;
        _closed.Dispose();
    }

    private void Notice() => _news.Writer.TryWrite(true);

    /// <summary>Where somebody is shown for good, what others play is no news: among thousands of listeners a tab would do nothing but read again.</summary>
    private void Notice(int listener)
    {
        if (Profile is not { IsDemo: false } own || listener == own.Id || listener == PlaysChanged.Everybody)
        {
            Notice();
        }
    }

    private async Task FollowAsync()
    {
        var token = _closed.Token;
        try
        {
            await foreach (var _ in _news.Reader.ReadAllAsync(token))
            {
                await HearAsync(token);
                await Task.Delay(s_pace, _time, token);
            }
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The tab is gone.
        }
    }

    private async Task HearAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ReadAgainAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The loop is the outermost frame: the tab goes on with what it knows, and the next news is read as usual.
            LogFailed(exception);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        Profile = await _directory.FindCurrentAsync(cancellationToken);
        await AdoptZoneAsync(cancellationToken);
    }

    private async Task<bool> AdoptZoneAsync(CancellationToken cancellationToken)
    {
        // A guest's browser says nothing about the listener. Once for each listener: two browsers in two zones would otherwise change it back and forth for ever.
        // A guest's browser says nothing of where the listener is.
        if (_scope.IsReadOnly || _browserZone is not { } zone || Profile is not { } profile || _toldZoneOf == profile.Id || !_directory.MayChange)
        {
            return false;
        }

        _toldZoneOf = profile.Id;
        if (profile.TimeZone == zone)
        {
            return false;
        }

        Profile = await _directory.ChangeAsync(profile.Id, listener => listener.TimeZone = listener.TimeZoneChosen ? listener.TimeZone : zone, cancellationToken);
        return true;
    }

    private void Tell()
    {
        _cache.Clear();
        Publish(Profile);
    }

    [LoggerMessage(LogLevel.Warning, "Could not read the listener again; the page shows what it knew")]
    private partial void LogFailed(Exception exception);
}
