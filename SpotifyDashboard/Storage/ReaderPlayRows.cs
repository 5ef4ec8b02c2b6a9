using System.Data.Common;

namespace SpotifyDashboard.Storage;

/// <summary>Rows from any database, through its reader.</summary>
internal sealed class ReaderPlayRows(DbCommand command) : PlayRows
{
    private readonly DbDataReader _reader = command.ExecuteReader();

    /// <inheritdoc/>
    public override bool TryRead(out PlayRow row)
    {
        if (!_reader.Read())
        {
            row = default;
            return false;
        }

        row = new PlayRow(_reader.GetInt64(0), _reader.GetInt64(1), _reader.GetInt64(2), _reader.GetInt64(3), _reader.GetInt64(4), _reader.GetInt32(5));
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _reader.Dispose();
        command.Dispose();
    }
}
