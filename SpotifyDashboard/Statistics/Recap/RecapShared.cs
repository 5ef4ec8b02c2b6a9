using System.Globalization;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Sharing;

namespace SpotifyDashboard.Statistics.Recap;

/// <summary>A recap as somebody else may see it.</summary>
internal sealed class RecapShared(StatisticsService statistics) : ISharedPage
{
    public SharedScope? Read(PageAddress address) => address.Segments is ["recap", ..] ? Scope(SpanOf(address)) : null;

    public async Task<SharedContent> DrawAsync(ListenerProfile listener, PageAddress address, string? choicesAt, CancellationToken cancellationToken)
    {
        var span = SpanOf(address);
        var view = await statistics.ReadAsync(listener, Period.Everything, rule: null, cancellationToken);
        var recap = await Task.Run(() => view.GetOrCompute(("recap", span), any => RecapView.Of(any, span)), cancellationToken);
        return new SharedContent($"Recap of {span.Words}", builder =>
        {
            builder.OpenComponent<RecapStory>(0);
            builder.AddComponentParameter(1, nameof(RecapStory.View), recap);
            builder.CloseComponent();
        });
    }

    private static SharedScope Scope(RecapSpan span) => new(span.Path, $"Recap of {span.Words}");

    private static RecapSpan SpanOf(PageAddress address)
    {
        var span = (address.Segments, address.Names.Count) switch
        {
            ([_, var year], 0) when Number(year) is { } y => RecapSpan.Find(y, null),
            ([_, var year, var month], 0) when Number(year) is { } y && Number(month) is { } m => RecapSpan.Find(y, m),
            _ => null,
        };
        return span ?? throw new RefusedParameterException("page", "A recap is of a year or a month: /recap/2026 or /recap/2026/3.");
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
