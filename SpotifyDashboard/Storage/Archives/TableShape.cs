namespace SpotifyDashboard.Storage.Archives;

/// <summary>A table as the database itself describes it: no model is asked, so that the schema of any version can be read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Names and types of its columns, in their order.</param>
/// <param name="Key">Columns of the primary key, in their order; all columns where there is none.</param>
internal sealed record TableShape(string Name, IReadOnlyList<(string Name, string Type)> Columns, IReadOnlyList<string> Key)
{
    /// <summary>The columns with their quotes, for a statement.</summary>
    public string QuotedColumns => string.Join(", ", Columns.Select(column => Quote(column.Name)));

    /// <summary>A name with its quotes, the same on both providers.</summary>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
