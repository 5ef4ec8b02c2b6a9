namespace SpotifyDashboard.Providers.GoogleSheets;

/// <summary>One tab of a spreadsheet.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Rows">Rows of its grid, empty ones included.</param>
/// <param name="Columns">Columns of its grid.</param>
public sealed record SheetTab(string Title, int Rows, int Columns);
