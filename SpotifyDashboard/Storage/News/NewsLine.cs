namespace SpotifyDashboard.Storage.News;

/// <summary>Whether the database tells this process what others change; while it does not, watchers look for themselves every second.</summary>
internal sealed class NewsLine
{
    private volatile bool _isOpen;

    public bool IsOpen
    {
        get => _isOpen;
        set => _isOpen = value;
    }
}
