using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.SignIn.People.Deletion;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.History;

/// <summary>The uploads of a listener that still wait for their import.</summary>
internal sealed class UploadedBelongings(UploadFolder uploads, IDbContextFactory<DashboardDbContext> contexts) : IListenerBelongings
{
    /// <inheritdoc/>
    public async Task<int> DeleteAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var inputs = await context.Jobs.AsNoTracking()
            .Where(job => job.ListenerId == listenerId && job.Kind == ImportJobHandler.JobKind && job.Input != null)
            .Select(job => job.Input)
            .ToListAsync(cancellationToken);
        var files = 0;
        foreach (var input in inputs.Select(ImportJobInput.Parse).Where(input => input.AreTemporary))
        {
            files += input.Files.Count(file => File.Exists(file.Path));
            uploads.Remove(input.Files);
        }

        return files;
    }
}
