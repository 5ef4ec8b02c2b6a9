using System.Collections.Concurrent;

namespace SpotifyDashboard.Tests.SignIn;

/// <summary>A terminal at which somebody pastes lines from time to time; a read waits for the next.</summary>
internal sealed class PastingReader : TextReader
{
    private readonly BlockingCollection<string> _lines = [];

    public void Paste(string line) => _lines.Add(line);

    public override string? ReadLine() => _lines.TryTake(out var line, Timeout.Infinite) ? line : null;

    protected override void Dispose(bool disposing)
    {
        // A read may still wait: it ends as at a closed terminal.
        _lines.CompleteAdding();
        base.Dispose(disposing);
    }
}
