namespace SpotifyDashboard.Providers.GoogleSheets;

/// <summary>A spreadsheet without its cells.</summary>
/// <param name="Title">Its name.</param>
/// <param name="TimeZone">IANA name of the zone in which its dates are told.</param>
/// <param name="Tabs">Its tabs, in order.</param>
public sealed record SheetInfo(string Title, string? TimeZone, IReadOnlyList<SheetTab> Tabs);
