namespace SpotifyDashboard.Storage.Copying;

/// <summary>One column of a table that is copied.</summary>
/// <param name="Name">Its name, unquoted snake_case.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="IsNumbered">Whether the database counts it up for new rows.</param>
internal sealed record CopiedColumn(string Name, CopiedKind Kind, bool IsNumbered);
