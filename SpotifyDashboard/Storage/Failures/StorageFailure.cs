using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace SpotifyDashboard.Storage.Failures;

/// <summary>A failure of the place where everything is kept, by its name: what happened and what mends it, in words for the owner.</summary>
/// <param name="Trouble">What it is.</param>
/// <param name="Sentence">What happened, one sentence.</param>
/// <param name="Mend">What to do, one sentence.</param>
public sealed record StorageFailure(StorageTrouble Trouble, string Sentence, string Mend)
{
    private const int NoSpace = 28;
    private const int NoQuota = 122;
    private const int ReadOnlyFileSystem = 30;
    private const int InputOutput = 5;

    /// <summary>Windows' own numbers for a full disk, in the low half of the result.</summary>
    private static readonly int[] s_windowsFull = [0x27, 0x70];

    /// <summary>How long a caller does well to wait before asking again.</summary>
    public static TimeSpan RetryAfter { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Both sentences.</summary>
    public string Text => $"{Sentence} {Mend}";

    /// <summary>Whether work that met it can go on by itself once it is mended; false: somebody has to decide first.</summary>
    public bool Passes => Trouble is not (StorageTrouble.Damaged or StorageTrouble.KeysUnreadable);

    /// <summary>The failure that an exception, or what caused it, stands for; null where the storage is not to blame.</summary>
    public static StorageFailure? Of(Exception? exception)
    {
        for (var one = exception; one is not null; one = one.InnerException)
        {
            var trouble = one switch
            {
                SqliteException sqlite => OfSqlite(sqlite),
                PostgresException postgres => OfPostgres(postgres.SqlState),
                NpgsqlException { InnerException: IOException or SocketException or TimeoutException } => StorageTrouble.Unreachable,
                NpgsqlException npgsql when npgsql.Message.Contains("pool has been exhausted", StringComparison.Ordinal) => StorageTrouble.TooManyConnections,
                IOException file => OfFile(file),
                CryptographicException { Source: "Microsoft.AspNetCore.DataProtection" } => StorageTrouble.KeysUnreadable,
                _ => (StorageTrouble?)null,
            };
            if (trouble is { } found)
            {
                return Named(found);
            }
        }

        return null;
    }

    /// <summary>The failure of a name.</summary>
    public static StorageFailure Named(StorageTrouble trouble) => trouble switch
    {
        StorageTrouble.DiskFull => new(trouble, "The disk that holds the data is full, so nothing more can be stored.", "Make room on it; what waits is stored then, and nothing stored is lost."),
        StorageTrouble.ReadOnly => new(trouble, "The data can't be written: the disk, the file or the database is read-only.", "Let the dashboard's user write there; what waits is stored then."),
        StorageTrouble.Locked => new(trouble, "Another program holds the database locked.", "Close what has it open (a database browser, a copy under way); the dashboard goes on by itself."),
        StorageTrouble.Damaged => new(trouble, "The database file is damaged.", "Stop the dashboard and restore a backup (-- restore FILE --replace); the damaged file is kept beside it."),
        StorageTrouble.CannotOpen => new(trouble, "The database file can't be opened.", "Check that its folder is there and that the dashboard's user may read and write it."),
        StorageTrouble.DiskError => new(trouble, "The disk that holds the data answers with errors.", "Look at the disk, and take a backup soon; the dashboard tries again by itself."),
        StorageTrouble.Unreachable => new(trouble, "The database server does not answer.", "Start it, or check ConnectionStrings:Dashboard; the dashboard goes on by itself."),
        StorageTrouble.TooManyConnections => new(trouble, "The database server takes no more connections.", "Raise its max_connections or close other programs; the dashboard tries again by itself."),
        _ => new(trouble, "The keys that protect tokens can't be read.", "Put back the certificate that Access:KeyRingCertificate names, or log in to Spotify again; the history is untouched."),
    };

    /// <summary>Whether a file could not be written because of its disk, rather than of its name or of somebody who holds it.</summary>
    internal static bool IsOfTheDisk(IOException exception) => OfFile(exception) is not null;

    private static StorageTrouble? OfSqlite(SqliteException exception) => exception.SqliteErrorCode switch
    {
        5 or 6 => StorageTrouble.Locked,
        8 => StorageTrouble.ReadOnly,
        10 => StorageTrouble.DiskError,
        11 or 26 => StorageTrouble.Damaged,
        13 => StorageTrouble.DiskFull,
        14 => StorageTrouble.CannotOpen,
        _ => null,
    };

    /// <summary>By PostgreSQL's own table of codes: 53 is a lack of something, 57P an end by the server, 08 a broken connection, 25P03 the end of a transaction whose process was paused.</summary>
    private static StorageTrouble? OfPostgres(string code) => code switch
    {
        "53100" => StorageTrouble.DiskFull,
        "53300" => StorageTrouble.TooManyConnections,
        "25006" => StorageTrouble.ReadOnly,
        "55P03" or "40P01" => StorageTrouble.Locked,
        "57P01" or "57P02" or "57P03" or "25P03" => StorageTrouble.Unreachable,
        "58030" => StorageTrouble.DiskError,
        "XX001" or "XX002" => StorageTrouble.Damaged,
        _ => code.StartsWith("08", StringComparison.Ordinal) ? StorageTrouble.Unreachable : null,
    };

    private static StorageTrouble? OfFile(IOException exception)
    {
        // On Unix the result is the number of the error itself.
        var code = exception.HResult;
        if (OperatingSystem.IsWindows())
        {
            return Array.IndexOf(s_windowsFull, code & 0xFFFF) >= 0 ? StorageTrouble.DiskFull : null;
        }

        return code switch
        {
            NoSpace or NoQuota => StorageTrouble.DiskFull,
            ReadOnlyFileSystem => StorageTrouble.ReadOnly,
            InputOutput => StorageTrouble.DiskError,
            _ => null,
        };
    }
}
