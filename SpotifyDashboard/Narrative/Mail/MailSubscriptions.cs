using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Narrative.Mail;

/// <summary>Keeps what listeners want by mail. The demo listener wants nothing.</summary>
internal sealed class MailSubscriptions(IDbContextFactory<DashboardDbContext> contexts, TimeProvider time)
{
    /// <summary>What a listener wants; null where nothing.</summary>
    public async Task<MailChoice?> FindAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.MailSettings.AsNoTracking().SingleOrDefaultAsync(setting => setting.ListenerId == listenerId, cancellationToken);
        return row is null ? null : new MailChoice(row.Recipient, row.Rhythm, row.Warns);
    }

    /// <summary>Everyone who wants mail, with their settings.</summary>
    public async Task<IReadOnlyList<MailSettingRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.MailSettings.AsNoTracking()
            .Where(setting => context.Listeners.Any(listener => listener.Id == setting.ListenerId && !listener.IsDemo))
            .OrderBy(setting => setting.ListenerId)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Remembers a choice whose address was checked. A letter that failed is tried again at once: what was in its way may just have been mended.</summary>
    public async Task SaveAsync(int listenerId, MailChoice choice, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.Listeners.AnyAsync(listener => listener.Id == listenerId && !listener.IsDemo, cancellationToken))
        {
            throw new InvalidOperationException("Only a listener of one's own gets mail.");
        }

        var now = time.GetUtcNow();
        var row = await context.MailSettings.SingleOrDefaultAsync(setting => setting.ListenerId == listenerId, cancellationToken);
        if (row is null)
        {
            row = new MailSettingRow { ListenerId = listenerId, Recipient = choice.Recipient, Since = now };
            context.MailSettings.Add(row);
        }
        else if (row.Rhythm != choice.Rhythm)
        {
            row.Since = now;
        }

        (row.Recipient, row.Rhythm, row.Warns) = (choice.Recipient, choice.Rhythm, choice.Warns);
        await context.SaveChangesAsync(cancellationToken);
        await context.MailLetters
            .Where(letter => letter.ListenerId == listenerId && letter.State == MailLetterState.Failed)
            .ExecuteUpdateAsync(letter => letter.SetProperty(l => l.NextTryAt, now), cancellationToken);
    }

    /// <summary>Ends all mail to a listener and forgets the address; harmless where there is none.</summary>
    public async Task EndAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.MailSettings.Where(setting => setting.ListenerId == listenerId).ExecuteDeleteAsync(cancellationToken);
    }
}
