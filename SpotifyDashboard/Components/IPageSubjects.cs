namespace SpotifyDashboard.Components;

/// <summary>A feature's word on addresses that have a page but whose subject may not exist; registered as a service. Such a page is answered with status 404.</summary>
internal interface IPageSubjects
{
    /// <summary>Whether what the page at <paramref name="path"/> is about does not exist; false for the pages of others.</summary>
    /// <param name="path">Path of the address.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<bool> IsMissingAsync(PathString path, CancellationToken cancellationToken);
}
