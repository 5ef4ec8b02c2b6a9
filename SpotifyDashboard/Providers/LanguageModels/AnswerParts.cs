using System.Runtime.CompilerServices;
using System.Text;

namespace SpotifyDashboard.Providers.LanguageModels;

/// <summary>Takes a body apart into the JSON texts in it: the events of a stream as they come, or one document from a server that does not stream.</summary>
/// <param name="body">The body, unpacked.</param>
/// <param name="heard">Told of every arrival of bytes.</param>
internal sealed class AnswerParts(Stream body, Action heard)
{
    /// <summary>Bytes beyond which no answer is read: 2,048 tokens as single events of 500 bytes are one megabyte.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    private readonly byte[] _part = new byte[16 * 1024];
    private readonly StringBuilder _event = new();
    private int _read;

    /// <summary>Whether a stream said that it is over.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Whether the body was one document, not a stream of events.</summary>
    public bool IsDocument { get; private set; }

    /// <summary>The whole body as text.</summary>
    /// <exception cref="InvalidDataException">It is longer than <see cref="MostBytes"/>.</exception>
    public async Task<string> ReadTextAsync(CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        await ReadToEndAsync(whole, cancellationToken);
        return TextOf(whole);
    }

    /// <summary>The JSON texts, not yet known to be JSON.</summary>
    /// <exception cref="InvalidDataException">The body is longer than <see cref="MostBytes"/>.</exception>
    public async IAsyncEnumerable<string> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var line = new MemoryStream();
        var isFirst = true;
        for (int count; !IsDone && (count = await ReadSomeAsync(cancellationToken)) > 0;)
        {
            if (isFirst && FirstSign(count) is { } sign)
            {
                isFirst = false;
                IsDocument = sign is '{' or '[' or '<';
            }

            if (IsDocument || isFirst)
            {
                await line.WriteAsync(_part.AsMemory(0, count), cancellationToken);
                continue;
            }

            foreach (var text in TakeEvents(line, count))
            {
                yield return text;
            }
        }

        var rest = TextOf(line);
        if (IsDocument)
        {
            yield return rest;
        }
        else if (!IsDone && (Take(rest) ?? TakeEvent()) is { } last)
        {
            yield return last;
        }
    }

    private List<string> TakeEvents(MemoryStream line, int count)
    {
        var events = new List<string>();
        foreach (var sign in _part.AsSpan(0, count))
        {
            if (sign != '\n')
            {
                line.WriteByte(sign);
                continue;
            }

            if (Take(TextOf(line)) is { } text)
            {
                events.Add(text);
            }

            line.SetLength(0);
            if (IsDone)
            {
                break;
            }
        }

        return events;
    }

    /// <summary>Takes a line in; hands out the event that it ends.</summary>
    private string? Take(string line)
    {
        line = line.Trim();
        if (line.Length == 0)
        {
            return TakeEvent();
        }

        if (!line.StartsWith("data:", StringComparison.Ordinal))
        {
            return null;
        }

        var data = line[5..].Trim();
        if (data != "[DONE]")
        {
            _event.Append(data).Append('\n');
            return null;
        }

        IsDone = true;
        return TakeEvent();
    }

    private string? TakeEvent()
    {
        var text = _event.ToString();
        _event.Clear();
        return text.Length == 0 ? null : text;
    }

    private async Task ReadToEndAsync(MemoryStream whole, CancellationToken cancellationToken)
    {
        for (int count; (count = await ReadSomeAsync(cancellationToken)) > 0;)
        {
            await whole.WriteAsync(_part.AsMemory(0, count), cancellationToken);
        }
    }

    private async Task<int> ReadSomeAsync(CancellationToken cancellationToken)
    {
        var count = await body.ReadAsync(_part, cancellationToken);
        heard();
        _read += count;
        return _read <= MostBytes ? count : throw new InvalidDataException("the answer is longer than any real one");
    }

    /// <summary>The first byte that is neither blank nor part of a byte order mark.</summary>
    private char? FirstSign(int count)
    {
        var at = _part.AsSpan(0, count).IndexOfAnyExcept(BeforeText);
        return at < 0 ? null : (char)_part[at];
    }

    private static ReadOnlySpan<byte> BeforeText => [(byte)' ', (byte)'\t', (byte)'\r', (byte)'\n', 0xEF, 0xBB, 0xBF];

    private static string TextOf(MemoryStream bytes) => Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).TrimStart('\uFEFF');
}
