using System.Globalization;
using SpotifyDashboard.Storage.News;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>Ends here at once what is open in a session that was ended on another replica.</summary>
internal sealed class SessionNews(SessionsEnded ended) : INewsReader
{
    public string Kind => "sessions";

    public Task TellAsync(string id, CancellationToken cancellationToken)
    {
        ended.Publish([int.Parse(id, CultureInfo.InvariantCulture)]);
        return Task.CompletedTask;
    }

    /// <summary>The watcher of sessions looks every two seconds anyway.</summary>
    public Task CatchUpAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
