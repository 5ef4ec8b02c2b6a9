using System.Text.Json;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Takes a JSON list of flat objects apart, piece by piece, and survives whatever is wrong with single ones of them.</summary>
/// <remarks>
/// The list itself is walked by hand and each object parsed by a fresh <see cref="Utf8JsonReader"/>, so that a broken object costs itself and
/// no other. Behind a broken one the next place that looks like the border of two objects is taken as such: counting quotes and braces
/// would carry the damage on to the end of the file.
/// </remarks>
internal sealed class JsonRowScanner(IRowParser parser)
{
    /// <summary>No row of a real export comes near this length.</summary>
    public const int LongestRow = 1 << 20;

    private const string CutShort = "the file ends in the middle";
    private const string NoJson = "the row is no valid JSON";

    private State _state = State.BeforeList;

    private enum State
    {
        BeforeList,
        BeforeRow,
        AfterRow,
        InBrokenRow,
        AfterList,
        Ended,
    }

    /// <summary>Rows seen, the broken ones included.</summary>
    public long RowsRead { get; private set; }

    /// <summary>Takes what can be taken of the data.</summary>
    /// <param name="data">What follows what was taken before.</param>
    /// <param name="isLast">Whether nothing follows.</param>
    /// <param name="rows">Receives the rows.</param>
    /// <returns>Bytes taken; the rest is to be handed in again with more behind it.</returns>
    public int Take(ReadOnlySpan<byte> data, bool isLast, List<HistoryRow> rows)
    {
        var position = 0;
        while (position < data.Length)
        {
            var c = data[position];
            if (_state == State.InBrokenRow)
            {
                position += SkipBroken(data[position..]);
                if (_state == State.InBrokenRow)
                {
                    break;
                }
            }
            else if (_state == State.Ended)
            {
                return data.Length;
            }
            else if (c is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            {
                position++;
            }
            else if (c == (byte)'{' && _state is State.BeforeRow or State.AfterRow)
            {
                var taken = TakeRow(data[position..], isLast, rows);
                if (taken == 0)
                {
                    break;
                }

                position += taken;
            }
            else
            {
                position += TakeMark(c, rows);
            }
        }

        if (isLast && _state is not (State.AfterList or State.Ended))
        {
            if (_state != State.InBrokenRow)
            {
                Add(HistoryRow.Malformed(_state == State.BeforeList ? "the file is empty" : CutShort), rows);
            }

            _state = State.Ended;
            return data.Length;
        }

        return position;
    }

    /// <summary>Takes one character between rows.</summary>
    private int TakeMark(byte c, List<HistoryRow> rows)
    {
        switch (_state, c)
        {
            case (State.BeforeList, (byte)'['):
            case (State.AfterRow, (byte)','):
                _state = State.BeforeRow;
                return 1;
            case (State.BeforeRow or State.AfterRow, (byte)']'):
                _state = State.AfterList;
                return 1;
            case (State.BeforeList, _):
                Add(HistoryRow.Malformed("the file is not a list of rows"), rows);
                _state = State.Ended;
                return 1;
            case (State.AfterList, _):
                Add(HistoryRow.Malformed("something follows the end of the list"), rows);
                _state = State.Ended;
                return 1;
            default:
                Add(HistoryRow.Malformed("the row is not an object"), rows);
                _state = State.InBrokenRow;
                return 0;
        }
    }

    /// <summary>Takes one object; 0 where it is not yet there in full.</summary>
    private int TakeRow(ReadOnlySpan<byte> data, bool isLast, List<HistoryRow> rows)
    {
        try
        {
            var reader = new Utf8JsonReader(data, isFinalBlock: false, default);
            if (reader.Read() && parser.TryParse(ref reader, out var row))
            {
                Add(row, rows);
                _state = State.AfterRow;
                return (int)reader.BytesConsumed;
            }
        }
        catch (JsonException)
        {
            Add(HistoryRow.Malformed(NoJson), rows);
            _state = State.InBrokenRow;
            return 1;
        }

        if (data.Length >= LongestRow)
        {
            Add(HistoryRow.Malformed("the row is longer than a megabyte"), rows);
            _state = State.InBrokenRow;
            return 1;
        }

        if (!isLast)
        {
            return 0;
        }

        Add(HistoryRow.Malformed(CutShort), rows);
        _state = State.Ended;
        return data.Length;
    }

    /// <summary>Skips to where the next row or the end of the list seems to begin.</summary>
    private int SkipBroken(ReadOnlySpan<byte> data)
    {
        for (var position = 0; position < data.Length;)
        {
            var mark = data[position..].IndexOfAny((byte)'}', (byte)',');
            if (mark < 0)
            {
                return data.Length;
            }

            var border = position + mark;
            var next = AfterSpace(data, border + 1);
            if (data[border] == (byte)'}' && next < data.Length && data[next] == (byte)',')
            {
                next = AfterSpace(data, next + 1);
            }

            if (next >= data.Length)
            {
                // The border may go on behind these data, unless it is nothing but space without end.
                return data.Length - border < LongestRow ? border : data.Length;
            }

            if (data[next] == (byte)'{' || (data[border] == (byte)'}' && data[next] == (byte)']'))
            {
                _state = State.AfterRow;
                return next;
            }

            position = border + 1;
        }

        return data.Length;
    }

    private static int AfterSpace(ReadOnlySpan<byte> data, int position)
    {
        while (position < data.Length && data[position] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            position++;
        }

        return position;
    }

    private void Add(HistoryRow row, List<HistoryRow> rows)
    {
        RowsRead++;
        rows.Add(row);
    }
}
