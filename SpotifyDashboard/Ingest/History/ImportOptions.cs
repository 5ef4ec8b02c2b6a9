using System.ComponentModel.DataAnnotations;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Settings of the import, section <c>Import</c>.</summary>
public sealed class ImportOptions
{
    public const string SectionName = "Import";

    private const long Megabyte = 1 << 20;

    /// <summary>The largest upload in megabytes, all files together.</summary>
    /// <value>The default value is 1,024.</value>
    [Range(1, 1_000_000, ErrorMessage = "Import:MaxUploadMb must lie between 1 and 1,000,000.")]
    public int MaxUploadMb { get; set; } = 1024;

    internal long MaxUploadBytes => MaxUploadMb * Megabyte;
}
