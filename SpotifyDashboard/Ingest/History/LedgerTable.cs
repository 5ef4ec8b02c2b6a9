using System.Globalization;
using System.Text;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Writes a ledger as plain text.</summary>
internal static class LedgerTable
{
    private static readonly string[] s_heads = ["file", "kind", "read", "added", "merged", "duplicate", "not music", "malformed"];

    public static string Of(ImportResult result)
    {
        var rows = new List<string[]> { s_heads };
        rows.AddRange(result.Files.Where(IsRead).Select(file => Row(file.Name, file.Kind, file)));
        rows.Add(Row("total", "", result.Total));
        var widths = s_heads.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            // Names to the left, numbers to the right.
            text.AppendJoin("  ", row.Select((cell, column) => column < 2 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).AppendLine();
        }

        foreach (var (reason, count) in result.Files.Where(IsRead).SelectMany(file => file.Reasons).GroupBy(reason => reason.Key, (key, all) => (key, all.Sum(r => r.Value))))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {count:N0} × {reason}").AppendLine();
        }

        foreach (var file in result.Files.Where(file => !IsRead(file)))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {file.Kind}: {file.Name} ({string.Join("; ", file.Reasons.Keys)})").AppendLine();
        }

        return text.AppendLine(result.Balances ? "The account balances." : "The account does NOT balance.").ToString();
    }

    private static bool IsRead(ImportedFile file) => file.Kind is not (ImportedFile.Ignored or ImportedFile.Unknown);

    private static string[] Row(string name, string kind, ImportCounts counts) =>
    [
        name, kind, Number(counts.Read), Number(counts.Added), Number(counts.Merged), Number(counts.Duplicate), Number(counts.NotMusic), Number(counts.Malformed),
    ];

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
