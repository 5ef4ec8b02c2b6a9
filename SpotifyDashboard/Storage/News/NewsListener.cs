using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Npgsql;

namespace SpotifyDashboard.Storage.News;

/// <summary>Listens on PostgreSQL to what other processes change. After a lost connection it catches up before it goes on; at rest on SQLite.</summary>
internal sealed partial class NewsListener(
    IEnumerable<INewsReader> readers, NewsLine line, IOptions<DatabaseOptions> database, ILogger<NewsListener> logger) : BackgroundService
{
    /// <summary>The channel that the triggers of the migration <c>News</c> tell on.</summary>
    public const string Channel = "dashboard_news";

    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<string> _heard = new();
    private readonly ILookup<string, INewsReader> _readers = readers.ToLookup(static reader => reader.Kind, StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database.Value.Provider != DatabaseProvider.Postgres)
        {
            return;
        }

        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(() => failures = Back(failures), stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The outermost frame: an exception that leaves it stops the whole host. Told once, not at every try.
                line.IsOpen = false;
                if (failures++ == 0)
                {
                    LogLost(exception);
                }
            }

            // Real time: the database is gone for as long as it is gone, whatever clock the program runs by.
            var pause = s_firstPause * Math.Pow(2, Math.Min(failures, 10));
            await Task.Delay(pause < s_longestPause ? pause : s_longestPause, stoppingToken);
        }
    }

    private int Back(int failures)
    {
        if (failures > 0)
        {
            LogBack();
        }

        return 0;
    }

    private async Task ListenAsync(Action opened, CancellationToken stoppingToken)
    {
        var address = new NpgsqlConnectionStringBuilder(database.Value.ConnectionString) { Pooling = false, KeepAlive = 10 };
        await using var connection = new NpgsqlConnection(address.ConnectionString);
        connection.Notification += (_, news) => _heard.Enqueue(news.Payload);
        await connection.OpenAsync(stoppingToken);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(stoppingToken);
        }

        // After LISTEN, so that what changes meanwhile is heard, and perhaps told twice.
        foreach (var reader in _readers.SelectMany(static kind => kind))
        {
            await SafelyAsync(reader.Kind, () => reader.CatchUpAsync(stoppingToken), stoppingToken);
        }

        opened();
        line.IsOpen = true;
        while (true)
        {
            await connection.WaitAsync(stoppingToken);
            await TellAsync(stoppingToken);
        }
    }

    private async Task TellAsync(CancellationToken stoppingToken)
    {
        var news = new HashSet<string>(StringComparer.Ordinal);
        while (_heard.TryDequeue(out var heard))
        {
            news.Add(heard);
        }

        foreach (var told in news)
        {
            if (told.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
            {
                foreach (var reader in _readers[told[..colon]])
                {
                    await SafelyAsync(told, () => reader.TellAsync(told[(colon + 1)..], stoppingToken), stoppingToken);
                }
            }
        }
    }

    /// <summary>A page that can't show one piece of news is no reason to keep the next from others.</summary>
    private async Task SafelyAsync(string news, Func<Task> tell, CancellationToken stoppingToken)
    {
        try
        {
            await tell();
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            LogNotTold(exception, news);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The database no longer tells what other processes change; looking every second instead until it does")]
    private partial void LogLost(Exception exception);

    [LoggerMessage(LogLevel.Information, "The database tells again what other processes change")]
    private partial void LogBack();

    [LoggerMessage(LogLevel.Warning, "Could not pass on the news {News} of another process")]
    private partial void LogNotTold(Exception exception, string news);
}
