using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SpotifyDashboard.Tests.Ingest.Live;

/// <summary>Counts what a context asks its database.</summary>
internal sealed class CommandCount : DbCommandInterceptor
{
    private int _commands;

    public int Commands
    {
        get => Volatile.Read(ref _commands);
        set => Volatile.Write(ref _commands, value);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _commands);
        return ValueTask.FromResult(result);
    }
}
