using System.Text.Json;
using SpotifyDashboard.Jobs;

namespace SpotifyDashboard.Ingest.History;

/// <summary>How the page speaks of imports.</summary>
internal static class ImportWords
{
    /// <summary>The ledgers of an import; null where it ended before there were any.</summary>
    public static ImportResult? ResultOf(JobView job) => job.Result?.Deserialize<ImportResult>(JsonSerializerOptions.Web);

    /// <summary>One sentence on how an import ended.</summary>
    public static string Ending(JobView job) => job.State switch
    {
        JobState.Succeeded when ResultOf(job) is { } result => Gain(result.Total),
        JobState.Cancelled => "You cancelled this import. Files that were finished by then stay.",
        _ => job.Message ?? "The import did not finish. Try again; nothing is stored twice.",
    };

    /// <summary>The files of an import as a title.</summary>
    public static string Title(ImportResult? result) => result?.Files.Select(file => file.Name.Split('/')[0]).Distinct(StringComparer.Ordinal).ToList() switch
    {
        null or [] => "Import",
        [var one] => one,
        [var first, .. var others] => $"{first} and {others.Count} more",
    };

    private static string Gain(ImportCounts total) => total switch
    {
        { Added: 0, Read: > 0 } => $"Nothing new: all {total.Read:N0} rows were known already or are no music.",
        _ => $"{total.Added:N0} of {total.Read:N0} rows brought something new.",
    };
}
