using System.Globalization;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest;

/// <summary>Inserts rows that consist of whole numbers only, some hundred with each statement.</summary>
/// <remarks>
/// The numbers stand in the text: binding them one by one costs the drivers more than the database needs to store them, and on PostgreSQL
/// each statement is a journey. Numbers can't carry anything but themselves, so nothing needs quoting.
/// </remarks>
internal sealed class NumberRows(WriteTransaction write, string head, string tail)
{
    public const int Capacity = 128;

    /// <summary>The longest number with its separator.</summary>
    private const int LongestCell = 21;

    private char[] _text = new char[Capacity * 100];
    private int _length;

    /// <summary>Rows waiting.</summary>
    public int Count { get; private set; }

    public bool IsFull => Count == Capacity;

    /// <summary>Adds a row; null where a value is unknown.</summary>
    public void Add(params ReadOnlySpan<long?> values)
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
    }

    /// <summary>Stores the waiting rows.</summary>
    /// <returns>How many the database took.</returns>
    public int Flush()
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
