using System.Data.Common;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Session;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.People.Export;

/// <summary>Everything that is stored about somebody, as one archive of JSON with a README; written while it is read, so that its size does not matter.</summary>
/// <remarks>The tables come out of the model: what is added later is in it. Tokens, hashes and other people's accounts are not.</remarks>
internal sealed class PersonalExport(IDbContextFactory<DashboardDbContext> contexts, ListenerScope scope, IEnumerable<IPersonalFile> files, TimeProvider time)
{
    private const int FlushBytes = 64 * 1024;

    private static readonly JsonWriterOptions s_json = new() { Indented = true, NewLine = "\n" };

    // Of a listener's guests, sessions and tokens are the guests' own.
    private static readonly string s_ownAccounts = $"(SELECT id FROM accounts WHERE listener_id = @subject AND role <> {(int)VisitorRole.Guest})";

    /// <summary>The name to save it under.</summary>
    public string FileName => string.Create(CultureInfo.InvariantCulture, $"spotify-dashboard-{time.GetUtcNow():yyyy-MM-dd}.zip");

    /// <summary>Writes the archive of a listener.</summary>
    public Task WriteAsync(int listenerId, Stream stream, CancellationToken cancellationToken) => WriteAsync(listenerId, isGuest: false, stream, cancellationToken);

    /// <summary>Writes the archive of a guest's account, who has no plays.</summary>
    public Task WriteGuestAsync(int accountId, Stream stream, CancellationToken cancellationToken) => WriteAsync(accountId, isGuest: true, stream, cancellationToken);

    private async Task WriteAsync(int subject, bool isGuest, Stream stream, CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        IPersonalFile[] extra = isGuest ? [] : [.. files];
        var written = extra.SelectMany(static file => file.Tables).ToHashSet(StringComparer.Ordinal);
        PersonalTable[] tables = [.. (isGuest ? PersonalTables.OfAccount(context.Model) : PersonalTables.OfListener(context.Model).Select(Own))
            .Where(table => !written.Contains(table.Name))
            .OrderBy(static table => table.Name, StringComparer.Ordinal)];

        await using var late = new LateStream(stream);
        await using (var archive = await ZipArchive.CreateAsync(late, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken))
        {
            await WriteFilesAsync(archive, context, subject, extra, tables, cancellationToken);
        }

        await late.FlushAsync(cancellationToken);
    }

    private async Task WriteFilesAsync(ZipArchive archive, DashboardDbContext context, int subject, IPersonalFile[] extra, PersonalTable[] tables, CancellationToken cancellationToken)
    {
        await WriteReadmeAsync(archive, extra, tables, cancellationToken);
        foreach (var file in extra)
        {
            await using var entry = await archive.CreateEntry(file.Name).OpenAsync(cancellationToken);
            await file.WriteAsync(subject, entry, cancellationToken);
        }

        await context.Database.OpenConnectionAsync(cancellationToken);
        foreach (var table in tables)
        {
            await using var entry = await archive.CreateEntry($"{table.Name}.json").OpenAsync(cancellationToken);
            await WriteTableAsync(context.Database.GetDbConnection(), table, subject, entry, cancellationToken);
        }
    }

    private static PersonalTable Own(PersonalTable table) =>
        table.Entity.ClrType == typeof(AccountRow) ? table with { Condition = $"id IN {s_ownAccounts}" }
        : table.Entity.FindProperty("AccountId")?.ClrType == typeof(int) ? table with { Condition = $"account_id IN {s_ownAccounts}" }
        : table;

    private async Task WriteReadmeAsync(ZipArchive archive, IPersonalFile[] extra, PersonalTable[] tables, CancellationToken cancellationToken)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"Everything this Spotify dashboard stores about you, as of {time.GetUtcNow():yyyy-MM-dd HH:mm} UTC.\n\n")
            .Append("All files are JSON in UTF-8; times are UTC (ISO 8601).\n")
            .Append("Passwords, tokens and the keys of passkeys are not in here: they would open a door for whoever finds this file.\n\n");
        foreach (var file in extra)
        {
            text.Append(CultureInfo.InvariantCulture, $"{file.Name}\n    {file.About}\n");
        }

        foreach (var table in tables)
        {
            text.Append(CultureInfo.InvariantCulture, $"{table.Name}.json\n    {char.ToUpperInvariant(table.Words[0])}{table.Words[1..]}.\n");
        }

        await using var entry = await archive.CreateEntry("README.txt").OpenAsync(cancellationToken);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken);
    }

    private static async Task WriteTableAsync(DbConnection connection, PersonalTable table, int subject, Stream stream, CancellationToken cancellationToken)
    {
        var columns = new ExportedColumns(table);
        await using var json = new Utf8JsonWriter(stream, s_json);
        await using var command = connection.CreateCommand();
        command.CommandText = columns.Query;
        command.AddParameter("subject", subject);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        json.WriteStartArray();
        while (await rows.ReadAsync(cancellationToken))
        {
            columns.Write(json, rows);
            if (json.BytesPending > FlushBytes)
            {
                await json.FlushAsync(cancellationToken);
            }
        }

        json.WriteEndArray();
    }
}
