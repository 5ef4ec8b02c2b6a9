namespace SpotifyDashboard.SignIn.Walls;

/// <summary>The program's logger factory: whatever is logged, by this program or a library, and wherever it goes, loses its secrets first.</summary>
internal sealed class GuardedLoggers(ILoggerFactory inner) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new Guarded(inner.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose() => inner.Dispose();

    private sealed class Guarded(ILogger logger) : ILogger
    {
        public bool IsEnabled(LogLevel logLevel) => logger.IsEnabled(logLevel);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => logger.BeginScope(HiddenState.Of(state, () => state.ToString() ?? ""));

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logger.IsEnabled(logLevel))
            {
                logger.Log(logLevel, eventId, HiddenState.Of(state, () => formatter(state, exception)), HiddenException.Of(exception), static (kept, _) => kept.ToString());
            }
        }
    }
}
