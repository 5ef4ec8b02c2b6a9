namespace SpotifyDashboard.Session;

/// <summary>A value that a page is waiting for, has, or could not get. <c>LoadPanel</c> draws each of the three.</summary>
/// <typeparam name="T">What is shown once it is there.</typeparam>
public abstract record Loadable<T>
{
    private Loadable()
    {
    }

    /// <summary>Nothing to show yet: a skeleton stands in its place.</summary>
    public sealed record Loading : Loadable<T>;

    /// <summary>The value is there.</summary>
    /// <param name="Value">What is shown.</param>
    /// <param name="Stale">True while a newer value is being made: the old one stays, with a quiet mark.</param>
    public sealed record Ready(T Value, bool Stale = false) : Loadable<T>;

    /// <summary>The value could not be made.</summary>
    /// <param name="Reason">A plain sentence for the listener: what failed, and what to do.</param>
    public sealed record Failed(string Reason) : Loadable<T>;
}
