namespace SpotifyDashboard.Survey.Sources;

/// <summary>A respondent's row as it is stored.</summary>
/// <param name="Id">Names the respondent.</param>
/// <param name="Ordinal">Its place, from 0.</param>
/// <param name="RowHash">Keyed hash of the whole row.</param>
/// <param name="NameHash">Keyed hash of the name; empty where none was given.</param>
/// <param name="ShownName">Initials, or the name where hashing is off.</param>
/// <param name="Cells">The other answers by column; empty where they were left out.</param>
internal sealed record StoredAnswer(string Id, int Ordinal, string RowHash, string NameHash, string ShownName, string[] Cells);
