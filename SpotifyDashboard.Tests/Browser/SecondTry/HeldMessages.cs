using Xunit.Sdk;
using Xunit.v3;

namespace SpotifyDashboard.Tests.Browser.SecondTry;

/// <summary>Keeps what a try reports until it is known whether it counts.</summary>
internal sealed class HeldMessages(IMessageBus messages) : IMessageBus
{
    private readonly List<IMessageSinkMessage> _held = [];
    private readonly Lock _gate = new();

    /// <summary>What the try failed with; null where it did not.</summary>
    public string? Fault { get; private set; }

    /// <inheritdoc/>
    public bool QueueMessage(IMessageSinkMessage message)
    {
        lock (_gate)
        {
            _held.Add(message);
            Fault ??= message is ITestFailed failed ? $"{string.Join(" ", failed.Messages)} {Place(failed)}" : null;
            return true;
        }
    }

    /// <summary>The line of the test itself, the last of ours that was called from outside.</summary>
    private static string? Place(ITestFailed failed) => failed.StackTraces
        .SelectMany(static trace => trace?.Split('\n') ?? [])
        .LastOrDefault(static line => line.Contains(".cs:line", StringComparison.Ordinal))?.Trim();

    /// <summary>Passes everything on: the try counts.</summary>
    public void Release()
    {
        lock (_gate)
        {
            _held.ForEach(message => messages.QueueMessage(message));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // What was not released is not told.
    }
}
