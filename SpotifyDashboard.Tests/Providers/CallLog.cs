using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SpotifyDashboard.Tests.Providers;

/// <summary>Keeps what was logged.</summary>
internal sealed class CallLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(string Event, string Text, IReadOnlyDictionary<string, object?> Values)> _lines = [];

    /// <summary>All lines.</summary>
    public IReadOnlyList<(string Event, string Text, IReadOnlyDictionary<string, object?> Values)> Lines => [.. _lines];

    /// <summary>The lines about attempts that ended.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, object?>> Completed => [.. _lines.Where(line => line.Event == "api_call_completed").Select(line => line.Values)];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue((
            eventId.Name ?? "",
            formatter(state, exception),
            state is IEnumerable<KeyValuePair<string, object?>> values ? values.ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal) : new Dictionary<string, object?>(StringComparer.Ordinal)));

    public void Dispose()
    {
    }
}
