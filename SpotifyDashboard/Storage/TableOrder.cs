namespace SpotifyDashboard.Storage;

/// <summary>Brings tables into an order in which they can be filled; backwards, they can be emptied in it.</summary>
internal static class TableOrder
{
    /// <summary>Each table after those that it refers to; a reference to itself does not count.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="name">A table's name, by which those are ordered that may stand in any order.</param>
    /// <param name="referred">What a table refers to, also beyond <paramref name="tables"/>.</param>
    /// <exception cref="InvalidOperationException">Tables refer to each other in a ring.</exception>
    public static IReadOnlyList<T> ReferredFirst<T>(IEnumerable<T> tables, Func<T, string> name, Func<T, IEnumerable<T>> referred)
        where T : class
    {
        var waiting = tables.OrderBy(name, StringComparer.Ordinal).ToList();
        List<T> ordered = [];
        while (waiting.Count > 0)
        {
            var ready = waiting.Where(table => !referred(table).Any(other => !ReferenceEquals(other, table) && waiting.Contains(other))).ToList();
            if (ready.Count == 0)
            {
                throw new InvalidOperationException($"These tables refer to each other in a ring: {string.Join(", ", waiting.Select(name))}.");
            }

            ordered.AddRange(ready);
            waiting.RemoveAll(ready.Contains);
        }

        return ordered;
    }
}
