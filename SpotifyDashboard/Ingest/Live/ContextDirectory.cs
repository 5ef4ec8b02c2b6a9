using System.Data.Common;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>Numbers of playlists, albums and artists from which something was played.</summary>
internal sealed class ContextDirectory(WriteTransaction write) : IDisposable
{
    private readonly DbCommand _find = write.Command("SELECT id FROM play_contexts WHERE uri = @uri", "uri");
    private readonly DbCommand _add = write.Command("INSERT INTO play_contexts (uri) VALUES (@uri) RETURNING id", "uri");

    /// <summary>The number of an address; a new one where it is met for the first time.</summary>
    public int Number(string uri)
    {
        var stored = StoredText.Name(uri);
        return _find.Find(stored) ?? _add.Insert(stored);
    }

    public void Dispose()
    {
        _find.Dispose();
        _add.Dispose();
    }
}
