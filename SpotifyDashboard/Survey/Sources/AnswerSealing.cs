using SpotifyDashboard.Survey.Columns;

namespace SpotifyDashboard.Survey.Sources;

/// <summary>Takes out of rows what gives people away, before anything is stored.</summary>
/// <param name="seal">Hashes names and rows.</param>
/// <param name="listenerId">Whose survey.</param>
/// <param name="source">Which of their surveys.</param>
/// <param name="mapping">Which column is the name, and which are private.</param>
/// <param name="hashNames">Whether the name itself is left out, too.</param>
internal sealed class AnswerSealing(SurveySeal seal, int listenerId, string source, ColumnMapping mapping, bool hashNames)
{
    private readonly int _name = mapping.IndexOf(SurveyField.Name);
    private readonly bool[] _isLeftOut = [.. mapping.Columns.Select(static column => column.IsPrivate || column.Field == SurveyField.Name)];
    private readonly string _signature = $"{hashNames} {mapping.IndexOf(SurveyField.Name)} {string.Join(',', mapping.Columns.Where(static column => column.IsPrivate).Select(static column => column.Index))}";

    /// <summary>The row as it may be stored, still without an id of its own.</summary>
    public StoredAnswer Seal(int ordinal, string[] raw)
    {
        // Without the empty cells at its end, which some programs write and others leave out.
        string[] cells = [.. raw.AsSpan(0, Array.FindLastIndex(raw, static cell => cell.Length > 0) + 1).ToArray().Select(CellText.Clean)];
        var hash = seal.OfRow(_signature, cells);
        var name = _name >= 0 && _name < cells.Length ? cells[_name] : "";
        for (var column = 0; column < cells.Length; column++)
        {
            cells[column] = column < _isLeftOut.Length && _isLeftOut[column] ? "" : CellText.WithoutMail(cells[column]);
        }

        return new StoredAnswer("", ordinal, hash, NameHash(name), ShownName(name), cells);
    }

    /// <summary>The hash of a name; empty for none.</summary>
    public string NameHash(string name) => name.Length == 0 ? "" : seal.OfName(listenerId, source, name);

    /// <summary>What may be stored and shown of a name.</summary>
    public string ShownName(string name) => hashNames ? NameGuise.InitialsOf(name) : name;
}
