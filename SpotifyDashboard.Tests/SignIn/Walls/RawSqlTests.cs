using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Architecture;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.SignIn.Walls;

/// <summary>SQL written by hand passes no filter: each statement on a table of listeners names its listener, or stands here with the reason why not.</summary>
public sealed partial class RawSqlTests(PostgresServer server)
{
    /// <summary>Beginnings of statements, and why they name nobody.</summary>
    private static readonly (string Statement, string Reason)[] s_ofTheHouse =
    [
        ("SELECT COUNT(*) FROM listeners", "how many there are, for the demo"),
        ("INSERT INTO listeners", "makes the demo's row"),
        ("SELECT COALESCE(MAX(id), 0) FROM sightings", "the next free number"),
        ("SELECT id FROM sightings WHERE id BETWEEN", "the numbers that this very transaction took"),
        ("LEFT JOIN (SELECT track_id AS id, COUNT(*) AS plays FROM plays", "what to enrich first: tracks, which all share"),
        ("LEFT JOIN (SELECT t.artist_id AS id, COUNT(*) AS plays FROM plays", "what to enrich first: artists, which all share"),
        ("UPDATE import_files SET rows_read", "by the number of a file that this job began"),
        ("SELECT COUNT(*) FROM spotify_accounts", "how many share the call budget"),
        ("SELECT COALESCE((SELECT MAX(id) FROM api_calls), 0)", "the command simulate counts all"),
        ("UPDATE sightings SET merged_into_id", "by a number read for this listener in the same transaction"),
        ("SELECT id FROM listeners WHERE is_demo", "finds the demo"),
        ("UPDATE listeners SET plays_version", "raises versions: shared music changed for all"),
        ("DELETE FROM listeners WHERE is_demo", "ends the demo"),
        ("app IS NOT NULL AND NOT EXISTS (SELECT 1 FROM spotify_apps", "calls of an app that nobody has any more"),
        ("service LIKE 'spotify:%' AND NOT EXISTS (SELECT 1 FROM spotify_apps", "pauses of an app that nobody has any more"),
        ("DELETE FROM invitations WHERE used_by", "what somebody took who is being deleted, whoever gave it"),
        ("DELETE FROM circumstances", "asks whether a database is still empty, before all is copied to it"),
        ("SELECT COUNT(*) FROM jobs WHERE state IN", "whether anything runs while music of nobody is removed"),
    ];

    [Fact]
    public async Task Statements_OnTablesOfListeners_NameTheirListener()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        await using var context = await database.OpenAsync();
        var tables = context.Model.GetEntityTypes().Where(static entity => OwnRows.OwnerOf(entity) is not null).Select(static entity => entity.GetTableName()).ToList();
        var names = new Regex($@"\b(FROM|JOIN|INTO|UPDATE)\s+({string.Join('|', tables)})\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

        var statements =
            (from file in SourceTree.Files(SourceTree.Program, ".cs")
             where !file.Contains("Migrations", StringComparison.Ordinal)
             from Match literal in Literals().Matches(File.ReadAllText(file))
             from statement in literal.Value.Split(';')
             where names.IsMatch(statement)
             select (File: SourceTree.Shown(file), Text: Blanks().Replace(statement.Trim('$', '"', '@', ' ', '\r', '\n'), " "))).ToList();

        Assert.True(statements.Count > 50, $"Only {statements.Count} statements were found: the test reads no longer what it should.");
        Assert.DoesNotContain(statements, static found => !NamesListener(found.Text) && !Array.Exists(s_ofTheHouse, known => found.Text.StartsWith(known.Statement, StringComparison.Ordinal)));
    }

    private static bool NamesListener(string statement) => statement.Replace("listeners", "", StringComparison.Ordinal).Contains("listener", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("""\$*\"{3}.*?\"{3}|[$@]*"([^"\\\n]|\\.)*" """, RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Literals();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
