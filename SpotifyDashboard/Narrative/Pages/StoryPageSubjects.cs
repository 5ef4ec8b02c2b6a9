using SpotifyDashboard.Components;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Narrative.Pages;

/// <summary>Knows which stories have no page: those that the listener does not have.</summary>
internal sealed class StoryPageSubjects(ListenerDirectory listeners, NarrativeService narratives) : IPageSubjects
{
    private static readonly PathString s_start = StoryAddress.Page;

    public async ValueTask<bool> IsMissingAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.Path.StartsWithSegments(s_start, StringComparison.OrdinalIgnoreCase, out var rest) || await listeners.FindCurrentAsync(cancellationToken) is not { } listener)
        {
            return false;
        }

        var name = rest.Value?.Trim('/');
        if (string.Equals(name, "compare", StringComparison.OrdinalIgnoreCase))
        {
            return !(Guid.TryParse(request.Query["left"], out var left)
                && Guid.TryParse(request.Query["right"], out var right)
                && await narratives.CompareAsync(listener.Id, left, right, cancellationToken) is not null);
        }

        return Guid.TryParse(name, out var id) && await narratives.FindAsync(listener.Id, id, cancellationToken) is null;
    }
}
