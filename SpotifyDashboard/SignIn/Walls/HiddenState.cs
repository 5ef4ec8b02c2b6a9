using System.Collections;

namespace SpotifyDashboard.SignIn.Walls;

/// <summary>A log line's message and values as they may be kept: secrets are hidden when somebody reads them, so a line that nobody keeps costs nothing.</summary>
internal sealed class HiddenState(IEnumerable<KeyValuePair<string, object?>> values, Func<string> text) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => values is IReadOnlyList<KeyValuePair<string, object?>> list ? list.Count : values.Count();

    public KeyValuePair<string, object?> this[int index] => Hide(values is IReadOnlyList<KeyValuePair<string, object?>> list ? list[index] : values.ElementAt(index));

    /// <summary>What may be kept of anything that is logged or opened as a scope.</summary>
    public static HiddenState Of<TState>(TState state, Func<string> text) => new(state as IEnumerable<KeyValuePair<string, object?>> ?? [], text);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => values.Select(Hide).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => Secrets.Hide(text());

    private static KeyValuePair<string, object?> Hide(KeyValuePair<string, object?> value) => value.Value switch
    {
        string written => new(value.Key, Secrets.Hide(written)),
        Uri or PathString or QueryString => new(value.Key, Secrets.Hide(value.Value.ToString()!)),
        _ => value,
    };
}
