using SpotifyDashboard.Listening;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Sharing;

namespace SpotifyDashboard.Statistics.Recap;

/// <summary>The statistics of a period as somebody else may see them: totals, top lists and rhythm, told as a recap is.</summary>
internal sealed class StatisticsShared(StatisticsService statistics) : ISharedPage
{
    private static readonly string[] s_names = ["from", "to", "section"];

    /// <summary>A link outlives "the last four weeks": its days are said as they are.</summary>
    private static readonly DateOnly s_never = new(2, 1, 1);

    public SharedScope? Read(PageAddress address) => address.Segments is ["stats"] && PeriodOf(address) is var period
        ? new SharedScope(
            PageAddress.Of("/stats", ("from", ChosenPeriod.Format(period.From)), ("to", ChosenPeriod.Format(period.To))),
            $"Statistics, {PeriodWords.Of(period, s_never)}")
        : null;

    public async Task<SharedContent> DrawAsync(ListenerProfile listener, PageAddress address, string? choicesAt, CancellationToken cancellationToken)
    {
        var view = await statistics.ReadAsync(listener, PeriodOf(address), rule: null, cancellationToken);
        var told = await Task.Run(
            () => view.GetOrCompute("shared statistics", static shown => RecapView.Of(shown, shown.Previous(), PeriodWords.Of(shown.Period, shown.Today), "the stretch before")),
            cancellationToken);
        return new SharedContent($"Listening, {told.Words}", builder =>
        {
            builder.OpenComponent<RecapStory>(0);
            builder.AddComponentParameter(1, nameof(RecapStory.View), told);
            builder.CloseComponent();
        });
    }

    private static Period PeriodOf(PageAddress address) =>
        address.Names.FirstOrDefault(name => !s_names.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown
            ? throw new RefusedParameterException("page", $"'{unknown}' is no choice of the statistics; from and to are.")
            : Asked.Period(address["from"], address["to"]);
}
