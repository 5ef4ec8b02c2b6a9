using System.Globalization;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest;

/// <summary>Sends many rows with each statement, the numbers in its text: on a server each statement is a journey.</summary>
/// <remarks>Numbers can't carry anything but themselves, so nothing needs quoting.</remarks>
internal sealed class TextRows(WriteTransaction write, string head, string tail) : NumberRows
{
    /// <summary>The longest number with its separator.</summary>
    private const int LongestCell = 21;

    private char[] _text = new char[Capacity * 100];
    private int _length;

    /// <inheritdoc/>
    public override bool? Add(params ReadOnlySpan<long?> values)
    {
        Reserve(head.Length + ((values.Length + 1) * LongestCell) + tail.Length);
        Append(Count == 0 ? head : ",");
        var separator = '(';
        foreach (var value in values)
        {
            _text[_length++] = separator;
            separator = ',';
            if (value is { } number)
            {
                number.TryFormat(_text.AsSpan(_length), out var written, provider: CultureInfo.InvariantCulture);
                _length += written;
            }
            else
            {
                Append("NULL");
            }
        }

        _text[_length++] = ')';
        Count++;
        return null;
    }

    /// <inheritdoc/>
    public override int Flush()
    {
        if (Count == 0)
        {
            return 0;
        }

        Append(tail);
        using var insert = write.Command(new string(_text, 0, _length));
        _length = 0;
        Count = 0;
        return insert.ExecuteNonQuery();
    }

    public override void Dispose()
    {
        // Nothing is held between statements.
    }

    private void Append(string text)
    {
        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
    }

    private void Reserve(int characters)
    {
        if (_text.Length - _length < characters)
        {
            Array.Resize(ref _text, _text.Length * 2);
        }
    }
}
