using SpotifyDashboard.Storage.News;

namespace SpotifyDashboard.Jobs;

/// <summary>Shows this process's pages the jobs of others, and ends here what was cancelled there.</summary>
internal sealed class JobNews(JobRunner jobs) : INewsReader
{
    public string Kind => "jobs";

    public Task TellAsync(string id, CancellationToken cancellationToken) => jobs.NoticeAsync(Guid.Parse(id), cancellationToken);

    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        foreach (var job in await jobs.ListAsync(listenerId: null, cancellationToken))
        {
            await jobs.NoticeAsync(job.Id, cancellationToken);
        }
    }
}
