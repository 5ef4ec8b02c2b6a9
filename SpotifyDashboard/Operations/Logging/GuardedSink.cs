using Serilog.Core;
using Serilog.Events;

namespace SpotifyDashboard.Operations.Logging;

/// <summary>Keeps a full or vanished disk from stopping the program: a line that can't be written is given up, and the error stream told once a minute.</summary>
internal sealed class GuardedSink(ILogEventSink file, TextWriter errors, TimeProvider time) : ILogEventSink, IDisposable
{
    private static readonly TimeSpan s_betweenComplaints = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private DateTimeOffset? _complainedAt;
    private long _lost;

    public void Emit(LogEvent logEvent)
    {
        try
        {
            file.Emit(logEvent);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Complain(exception);
        }
    }

    public void Dispose()
    {
        try
        {
            (file as IDisposable)?.Dispose();
        }
        catch (IOException exception)
        {
            // What was still to be written finds no room either.
            Complain(exception);
        }
    }

    private void Complain(Exception exception)
    {
        lock (_gate)
        {
            _lost++;
            var now = time.GetUtcNow();
            if (_complainedAt + s_betweenComplaints > now)
            {
                return;
            }

            _complainedAt = now;
            errors.WriteLine($"The log file can't be written, lines are missing in it ({_lost} so far): {exception.Message}");
        }
    }
}
