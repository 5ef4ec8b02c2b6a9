using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Operations.Backup;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Archives;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Operations.Backup;

/// <summary>What backup tests have in common: a database with something of everything, the commands, and what a database holds as text.</summary>
internal static class BackupBench
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Rows of all kinds of values: text that breaks careless files, bytes, halves, truths, GUIDs, nothing, the largest numbers.</summary>
    public static async Task FillAsync(TestDatabase database)
    {
        var listener = await Rows.ListenerAsync(database, playsVersion: long.MaxValue);
        var track = await Rows.TrackAsync(database, "\"quotes\" \\ \n\t שלום 🎵 \u2028 <b>");
        for (var id = 1; id <= 20; id++)
        {
            await Rows.PlayAsync(database, listener, track, id);
        }

        await using var context = await database.OpenAsync();
        context.Jobs.Add(new JobRow
        {
            Id = new Guid("0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"),
            ListenerId = listener,
            Kind = "import",
            State = "succeeded",
            Input = "{}",
            CreatedAt = DateTimeOffset.UnixEpoch.AddDays(20_000),
            UpdatedAt = DateTimeOffset.UnixEpoch.AddDays(20_001),
        });
        context.InstallationFacts.Add(new InstallationFact { Name = "fact", Value = "", StoredAt = DateTimeOffset.UnixEpoch });
        context.DataProtectionKeys.Add(new DataProtectionKeyRow { Name = "key", Xml = "<key/>" });
        context.ApiCalls.Add(new ApiCallRow { At = DateTimeOffset.UnixEpoch, EndpointGroup = "me" });
        context.ApiCalls.Add(new ApiCallRow { At = DateTimeOffset.UnixEpoch, EndpointGroup = "me" });
        context.CachedAnswers.Add(new CachedAnswerRow { Key = "answer", Body = [0, 1, 255, 10], StoredAt = DateTimeOffset.UnixEpoch, ExpiresAt = DateTimeOffset.MaxValue });
        context.NarrativeCalls.Add(new NarrativeCallsRow { ListenerId = listener, Day = new DateOnly(2026, 2, 28), Calls = 3 });
        context.MoodAnchors.Add(new MoodAnchorRow { ListenerId = listener, Choice = "k", Centroids = "[]" });
        await context.SaveChangesAsync(Cancellation);

        // The number that was given last is not the largest that is left.
        await database.ExecuteAsync("DELETE FROM api_calls WHERE id = 2");
        await database.ExecuteAsync("UPDATE audio_features SET energy = 0.1, tempo = 120");
    }

    public static DatabaseArchives ArchivesOf(TestDatabase database) => database.Services.GetRequiredService<DatabaseArchives>();

    /// <summary>Every row of every table, as text, with the numbers that the database would give next.</summary>
    public static async Task<IReadOnlyList<string>> ContentAsync(TestDatabase database)
    {
        var tables = await database.RowsAsync(database.Provider == DatabaseProvider.Sqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_stat%' AND name <> '__EFMigrationsLock' ORDER BY name"
            : "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename");
        var content = new List<string>();
        foreach (var table in tables)
        {
            var rows = await database.RowsAsync($"SELECT * FROM \"{table[0]}\"");
            content.AddRange(rows.Select(row => $"{table[0]}: {string.Join(" | ", row.Select(value => value ?? "NULL"))}").Order(StringComparer.Ordinal));
        }

        if (database.Provider == DatabaseProvider.Postgres)
        {
            content.AddRange((await database.RowsAsync("SELECT sequencename || ' ' || COALESCE(last_value::text, 'none') FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1")).Select(row => row[0] ?? ""));
        }

        return content;
    }

    /// <summary>Runs the command <c>backup</c>.</summary>
    public static Task<(int Code, string Output, string Error)> BackupAsync(IHost process, params string[] arguments) =>
        RunAsync((output, error) => BackupCommand.RunAsync(process.Services, arguments, output, error, Cancellation));

    /// <summary>Runs the command <c>restore</c>.</summary>
    public static Task<(int Code, string Output, string Error)> RestoreAsync(IHost process, params string[] arguments) =>
        RunAsync((output, error) => RestoreCommand.RunAsync(process.Services, arguments, output, error, Cancellation));

    /// <summary>One transaction of a busy dashboard: a sighting with its play, and the listener's version.</summary>
    public static async Task WriteAsync(TestDatabase database, int listener, Track track, long id)
    {
        await using var write = await database.Writer.BeginAsync(listener, Cancellation);
        var end = 1_700_000_000_000 + (id * 200_000);
        await write.ExecuteAsync(
            string.Create(CultureInfo.InvariantCulture, $"INSERT INTO sightings (id, listener_id, ended_at, source, track_id, ms_played, offline_timestamp, occurrence, circumstance_id, flags) VALUES ({id}, {listener}, {end}, 2, {track.Id}, 120000, 0, 0, 1, 0)"),
            Cancellation);
        await write.ExecuteAsync(
            string.Create(CultureInfo.InvariantCulture, $"INSERT INTO plays (id, listener_id, started_at, ended_at, ms_played, track_id, source, precision, circumstance_id, flags) VALUES ({id}, {listener}, {end - 120_000}, {end}, 120000, {track.Id}, 2, 0, 1, 0)"),
            Cancellation);
        write.MarkAdded();
        await write.CommitAsync(Cancellation);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(Func<TextWriter, TextWriter, Task<int>> run)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await run(output, error);
        return (code, output.ToString(), error.ToString());
    }
}
