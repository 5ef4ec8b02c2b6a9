namespace SpotifyDashboard.Storage.Archives;

/// <summary>Whether a database holds what somebody would miss.</summary>
internal static class OwnData
{
    /// <summary>Whether there is a listener who is not invented, or an account.</summary>
    public static async Task<bool> IsInAsync(ArchiveDatabase database, CancellationToken cancellationToken)
    {
        foreach (var table in await database.TablesAsync(cancellationToken))
        {
            var isOwn = table.Name switch
            {
                "listeners" => await database.AnyAsync(table, "NOT is_demo", cancellationToken),
                "accounts" => await database.AnyAsync(table, "1 = 1", cancellationToken),
                _ => false,
            };
            if (isOwn)
            {
                return true;
            }
        }

        return false;
    }
}
