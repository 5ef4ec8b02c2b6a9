using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Accounts;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Operations.People;

/// <summary>Reads who is there, what they take up and which surveys they brought: for owners, across all listeners.</summary>
internal sealed class PeopleReader(IDbContextFactory<DashboardDbContext> contexts, AccountDirectory accounts, ListenerScope scope, TimeProvider time)
{
    /// <summary>Everybody with an account, the oldest first.</summary>
    public async Task<IReadOnlyList<Person>> ListAsync(CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        var all = await accounts.ListAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var plays = await context.Plays.GroupBy(play => play.ListenerId).Select(group => new { group.Key, Count = group.LongCount() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);
        var rows = await context.Sightings.GroupBy(row => row.ListenerId).Select(group => new { group.Key, Count = group.LongCount() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);
        var seen = await context.Sessions.GroupBy(session => session.AccountId)
            .Select(group => new { group.Key, Last = group.Max(session => session.LastSeenAt) })
            .ToDictionaryAsync(row => row.Key, row => row.Last, cancellationToken);
        var connected = await context.SpotifyAccounts.AsNoTracking()
            .Join(context.Listeners, account => account.ListenerId, listener => listener.Id, (account, listener) => new { account.ListenerId, account.NeedsLoginSince, HasToken = account.RefreshToken != null, listener.AuthorizedAt })
            .ToDictionaryAsync(row => row.ListenerId, cancellationToken);
        var going = await context.Deletions.Where(row => row.SubjectId != null).Select(row => new { row.SubjectId, row.IsAccountOnly }).ToListAsync(cancellationToken);
        return [.. all.Select(account =>
        {
            var isGuest = account.Role == VisitorRole.Guest;
            var consent = isGuest ? "—"
                : !connected.TryGetValue(account.ListenerId, out var row) || (!row.HasToken && row.NeedsLoginSince is null) ? "not connected"
                : row.NeedsLoginSince is not null ? "has to log in again"
                : ConsentWords(row.AuthorizedAt);
            return new Person(
                account.Id,
                account.ListenerId,
                account.DisplayName,
                account.Role,
                account.LoginName,
                account.CreatedAt,
                account.ClosedAt,
                isGuest ? 0 : plays.GetValueOrDefault(account.ListenerId),
                isGuest ? 0 : rows.GetValueOrDefault(account.ListenerId),
                seen.TryGetValue(account.Id, out var last) ? last : null,
                consent,
                going.Exists(one => one.IsAccountOnly ? one.SubjectId == account.Id : one.SubjectId == account.ListenerId));
        })];
    }

    /// <summary>The surveys that listeners brought, with how many answers.</summary>
    public async Task<IReadOnlyList<DataSet>> ListDataSetsAsync(CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Surveys.AsNoTracking()
            .OrderBy(survey => survey.ListenerId).ThenBy(survey => survey.Source)
            .Select(survey => new DataSet(
                context.Listeners.Where(listener => listener.Id == survey.ListenerId).Select(listener => listener.DisplayName).First(),
                survey.Title,
                survey.Source,
                context.SurveyAnswers.Count(answer => answer.ListenerId == survey.ListenerId && answer.Source == survey.Source),
                survey.ReadAt,
                survey.Problem))
            .ToListAsync(cancellationToken);
    }

    private string ConsentWords(DateTimeOffset? authorizedAt) => authorizedAt?.AddMonths(6) is { } end
        ? string.Create(CultureInfo.InvariantCulture, $"connected, {Math.Max(0, (int)(end - time.GetUtcNow()).TotalDays)} days left")
        : "connected";
}
