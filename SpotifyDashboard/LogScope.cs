using System.Collections;

namespace SpotifyDashboard;

/// <summary>What every line of the log says besides its own words, while the scope is open: numbers and ids, never names.</summary>
/// <param name="read">Asked anew for each line, so that a listener known only further in is told too.</param>
internal sealed class LogScope(Func<IEnumerable<KeyValuePair<string, object?>>> read) : IEnumerable<KeyValuePair<string, object?>>
{
    /// <summary>A scope that always says the same.</summary>
    public static LogScope Of(params (string Name, object? Value)[] said)
    {
        var pairs = said.Select(static pair => KeyValuePair.Create(pair.Name, pair.Value)).ToArray();
        return new LogScope(() => pairs);
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => read().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The same in one line, for logs that are read by people.</summary>
    public override string ToString() => string.Join(' ', this.Select(static pair => $"{pair.Key}:{pair.Value}"));
}
