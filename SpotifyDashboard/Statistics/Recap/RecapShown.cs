namespace SpotifyDashboard.Statistics.Recap;

/// <summary>A recap and where else there is one.</summary>
/// <param name="View">What is told.</param>
/// <param name="Years">The years with plays, newest first.</param>
public sealed record RecapShown(RecapView View, IReadOnlyList<RecapYear> Years)
{
    /// <summary>Tells of <paramref name="span"/>.</summary>
    internal static RecapShown Of(ListeningView view, RecapSpan span) => new(
        RecapView.Of(view, span),
        view.GetOrCompute("recap years", static any => RecapYear.Of(any.Over(Listening.Period.Everything))));
}
