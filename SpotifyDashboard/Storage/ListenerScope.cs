namespace SpotifyDashboard.Storage;

/// <summary>Whose rows the code that runs now may read and write: entered once for each request, circuit activity or shared page, and carried along by every call made in it.</summary>
/// <remarks>
/// Jobs, pollers and commands run without one and see all listeners, because they name the listener in every call. Where accounts are on
/// (<see cref="NeedsVisitor"/>), code that has to know who is looking and is told nobody gets nobody, never somebody.
/// </remarks>
/// <param name="needsVisitor">Whether <c>Access:Mode</c> is <c>Accounts</c>: then there is no listener by default.</param>
public sealed class ListenerScope(bool needsVisitor)
{
    private readonly AsyncLocal<Reach?> _reach = new();

    /// <summary>Whether there is no current listener without somebody who signed in.</summary>
    public bool NeedsVisitor => needsVisitor;

    /// <summary>The one listener whose rows may be seen; null: the code names its listeners itself.</summary>
    public int? ListenerId => _reach.Value?.ListenerId;

    /// <summary>Whether nothing may be written, because a guest is looking.</summary>
    public bool IsReadOnly => _reach.Value is { IsReadOnly: true };

    /// <summary>Whether what belongs to <paramref name="listenerId"/> may be shown; asked where things are kept in memory, which no query filter reaches.</summary>
    public bool Sees(int listenerId) => ListenerId is not { } visible || visible == listenerId;

    /// <summary>Until the answer is disposed, only rows of <paramref name="listenerId"/> are seen by what the caller calls.</summary>
    /// <param name="listenerId">Whose rows; 0 for nobody's.</param>
    /// <param name="isReadOnly">Whether writing is refused.</param>
    public IDisposable Enter(int listenerId, bool isReadOnly) => Enter(new Reach(listenerId, isReadOnly));

    /// <summary>Until the answer is disposed, what the caller calls sees all rows: for what belongs to the house, like sessions and accounts.</summary>
    public IDisposable EnterHouse() => Enter(null);

    private Way Enter(Reach? reach)
    {
        var way = new Way(this, _reach.Value);
        _reach.Value = reach;
        return way;
    }

    private sealed record Reach(int ListenerId, bool IsReadOnly);

    private sealed class Way(ListenerScope scope, Reach? before) : IDisposable
    {
        public void Dispose() => scope._reach.Value = before;
    }
}
