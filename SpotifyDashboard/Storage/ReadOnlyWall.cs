using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage;

/// <summary>Refuses every statement that is no question in a context that may only read; the database itself refuses what gets past it.</summary>
internal sealed class ReadOnlyWall : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        Passed(command, eventData, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Passed(command, eventData, result));

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) =>
        Passed(command, eventData, result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Passed(command, eventData, result));

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) =>
        Passed(command, eventData, result);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Passed(command, eventData, result));

    private static T Passed<T>(DbCommand command, CommandEventData told, T result) =>
        told.Context is DashboardDbContext { IsReadOnly: true } && !IsQuestion(command, told.CommandSource) ? throw new ReadOnlyVisitorException() : result;

    private static bool IsQuestion(DbCommand command, CommandSource source) =>
        source is CommandSource.LinqQuery or CommandSource.ValueGenerator || command.CommandText.AsSpan().TrimStart().StartsWith("SELECT ", StringComparison.OrdinalIgnoreCase);
}
