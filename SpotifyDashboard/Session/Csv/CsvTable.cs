namespace SpotifyDashboard.Session.Csv;

/// <summary>Rows for a spreadsheet, made one by one while they are written.</summary>
/// <param name="Columns">Names of the columns, in camelCase as in the JSON of the same data.</param>
/// <param name="Rows">Cells in the order of the columns: texts, numbers, Booleans, <see cref="DateOnly"/>, <see cref="DateTimeOffset"/> (written in UTC), or null for an empty cell.</param>
public sealed record CsvTable(IReadOnlyList<string> Columns, IEnumerable<object?[]> Rows)
{
    /// <summary>A table with one row per item.</summary>
    /// <param name="columns">Names of the columns.</param>
    /// <param name="items">What the rows are made of.</param>
    /// <param name="cells">The cells of one row.</param>
    public static CsvTable Of<T>(IReadOnlyList<string> columns, IEnumerable<T> items, Func<T, object?[]> cells) => new(columns, items.Select(cells));
}
