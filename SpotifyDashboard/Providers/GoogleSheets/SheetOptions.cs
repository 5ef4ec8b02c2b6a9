namespace SpotifyDashboard.Providers.GoogleSheets;

/// <summary>Where survey answers lie at Google: section <c>Survey</c>. Nothing set: there is no survey outside.</summary>
public sealed class SheetOptions
{
    public const string SectionName = "Survey";

    /// <summary>The spreadsheet's id, from its address; the sheet must be shared with the service account.</summary>
    public string SheetId { get; set; } = "";

    /// <summary>Tab, columns or both in A1 form: <c>Form Responses 1</c>, <c>'Form Responses 1'!A:Z</c>; empty for the first tab that looks like a form.</summary>
    public string Range { get; set; } = "";

    /// <summary>The service account's key file (JSON), whose <c>token_uri</c> is obeyed.</summary>
    public string ServiceAccountPath { get; set; } = "";

    /// <summary>Address of the Sheets API; may carry a path prefix.</summary>
    public string SheetsUrl { get; set; } = "https://sheets.googleapis.com/v4/spreadsheets";

    /// <summary>Address of a CSV that is published on the web.</summary>
    public string CsvUrl { get; set; } = "";

    /// <summary>Whether a sheet can be read.</summary>
    public bool HasSheet => SheetId.Length > 0 && ServiceAccountPath.Length > 0;

    /// <summary>Whether a published CSV can be read.</summary>
    public bool HasCsv => CsvUrl.Length > 0;

    /// <summary>Whether a whole address, with its query, is one of the web.</summary>
    internal static bool IsWebAddress(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", UserInfo.Length: 0 };
}
