namespace SpotifyDashboard.SignIn.People.Deletion;

/// <summary>Rows that were deleted from one table.</summary>
/// <param name="Table">The table.</param>
/// <param name="What">What its rows are, in words.</param>
/// <param name="Rows">How many.</param>
internal sealed record DeletedRows(string Table, string What, int Rows);
