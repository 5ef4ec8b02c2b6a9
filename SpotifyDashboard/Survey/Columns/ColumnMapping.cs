using System.Collections.Immutable;

namespace SpotifyDashboard.Survey.Columns;

/// <summary>Which column of a survey tells what. Immutable.</summary>
/// <param name="Columns">All columns, in their order.</param>
public sealed record ColumnMapping(ImmutableArray<MappedColumn> Columns)
{
    /// <summary>Of a survey without columns.</summary>
    public static ColumnMapping Empty { get; } = new([]);

    /// <summary>Columns that nothing is made of and that are no secret.</summary>
    public IEnumerable<MappedColumn> Unmatched => Columns.Where(static column => column is { Field: null, IsPrivate: false });

    /// <summary>The place of the column for <paramref name="field"/>, or −1.</summary>
    public int IndexOf(SurveyField field)
    {
        foreach (var column in Columns)
        {
            if (column.Field == field)
            {
                return column.Index;
            }
        }

        return -1;
    }
}
