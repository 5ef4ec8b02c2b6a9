using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SpotifyDashboard.Storage.Failures;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Storage.Failures;

/// <summary>Which failure an exception stands for, and how long it is remembered.</summary>
public sealed class StorageFailureTests
{
    public static TheoryData<Exception, StorageTrouble?> Exceptions => new()
    {
        { new SqliteException("full", 13), StorageTrouble.DiskFull },
        { new SqliteException("io", 10), StorageTrouble.DiskError },
        { new SqliteException("readonly", 8), StorageTrouble.ReadOnly },
        { new SqliteException("busy", 5), StorageTrouble.Locked },
        { new SqliteException("locked", 6), StorageTrouble.Locked },
        { new SqliteException("corrupt", 11), StorageTrouble.Damaged },
        { new SqliteException("not a database", 26), StorageTrouble.Damaged },
        { new SqliteException("can't open", 14), StorageTrouble.CannotOpen },
        { new SqliteException("constraint", 19), null },
        { Postgres("53100"), StorageTrouble.DiskFull },
        { Postgres("53300"), StorageTrouble.TooManyConnections },
        { Postgres("25006"), StorageTrouble.ReadOnly },
        { Postgres("55P03"), StorageTrouble.Locked },
        { Postgres("57P01"), StorageTrouble.Unreachable },
        { Postgres("57P03"), StorageTrouble.Unreachable },
        { Postgres("25P03"), StorageTrouble.Unreachable },
        { Postgres("08006"), StorageTrouble.Unreachable },
        { Postgres("23505"), null },
        { new NpgsqlException("Exception while reading from stream", new EndOfStreamException()), StorageTrouble.Unreachable },
        { new DbUpdateException("saving failed", new SqliteException("full", 13)), StorageTrouble.DiskFull },
        { new InvalidOperationException("an EF word", new NpgsqlException("x", new TimeoutException())), StorageTrouble.Unreachable },
        { new CryptographicException("a certificate of somebody else"), null },
        { new FileNotFoundException("no such file"), null },
        { new InvalidDataException("a bad zip"), null },
    };

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void Of_AnException_IsTheTroubleItStandsFor(Exception exception, StorageTrouble? expected) =>
        Assert.Equal(expected, StorageFailure.Of(exception)?.Trouble);

    [Fact]
    public void Named_EveryTrouble_IsToldInSentencesOfItsOwn()
    {
        var failures = Enum.GetValues<StorageTrouble>().Select(StorageFailure.Named).ToList();

        Assert.Equal(failures.Count, failures.Select(failure => failure.Sentence).Distinct(StringComparer.Ordinal).Count());
        Assert.All(failures, failure => Assert.Matches("^[A-Z].*\\.$", failure.Sentence));
        Assert.All(failures, failure => Assert.Matches("^[A-Z].*\\.$", failure.Mend));
    }

    [Fact]
    public void Of_ADeviceWithoutRoom_IsDiskFull()
    {
        if (!File.Exists("/dev/full"))
        {
            Assert.Skip("This system has no /dev/full.");
        }

        using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

        var exception = Assert.ThrowsAny<IOException>(() => full.Write("x"u8));

        Assert.Equal(StorageTrouble.DiskFull, StorageFailure.Of(exception)?.Trouble);
    }

    [Fact]
    public void Condition_WithoutAnotherFailure_IsWellAgainByItself()
    {
        var time = new DrivenTime();
        var condition = new StorageCondition(time);
        condition.Note(new InvalidOperationException("not of the storage"));
        Assert.Null(condition.Failure);

        condition.Note(new SqliteException("full", 13));
        time.Advance(TimeSpan.FromSeconds(80));
        condition.Note(new SqliteException("full", 13));
        time.Advance(TimeSpan.FromSeconds(80));
        Assert.Equal(StorageTrouble.DiskFull, condition.Failure?.Trouble);

        time.Advance(TimeSpan.FromSeconds(20));
        Assert.Null(condition.Failure);
    }

    private static PostgresException Postgres(string code) => new("message", "ERROR", "ERROR", code);
}
