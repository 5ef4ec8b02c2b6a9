namespace SpotifyDashboard.Components;

/// <summary>A feature's word on addresses that have a page but whose subject may not exist; registered as a service. Such a page is answered with status 404.</summary>
internal interface IPageSubjects
{
    /// <summary>Whether what the page asked for is about does not exist; false for the pages of others.</summary>
    /// <param name="request">The request; its path names the page, its query what was chosen on it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<bool> IsMissingAsync(HttpRequest request, CancellationToken cancellationToken);
}
