namespace SpotifyDashboard.Storage;

/// <summary>Steps through the rows of a query for <see cref="PlayRow.Columns"/>.</summary>
internal abstract class PlayRows : IDisposable
{
    /// <summary>Steps to the next row.</summary>
    /// <returns>False behind the last one.</returns>
    public abstract bool TryRead(out PlayRow row);

    /// <summary>Ends the query.</summary>
    public abstract void Dispose();
}
