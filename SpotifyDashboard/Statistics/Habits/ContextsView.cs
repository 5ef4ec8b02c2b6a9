using SpotifyDashboard.Components.Charts;

namespace SpotifyDashboard.Statistics.Habits;

/// <summary>What the panel of contexts shows.</summary>
/// <param name="Contexts">The figures of the period.</param>
/// <param name="Kinds">A bar per kind.</param>
/// <param name="Rows">The contexts most played from.</param>
public sealed record ContextsView(Contexts Contexts, BarFigure Kinds, IReadOnlyList<ContextsView.Row> Rows)
{
    private const int Shown = 10;

    /// <summary>Draws the contexts of <paramref name="view"/>.</summary>
    public static ContextsView Of(ListeningView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var contexts = Contexts.Of(view, Shown);
        return new ContextsView(
            contexts,
            new BarFigure
            {
                Name = "Plays by what you pressed play on",
                Caption = contexts.Kinds.Count == 0 ? "Nothing is told." : $"You start most from {Name(contexts.Kinds[0].Name)}: {Said.Share((double)contexts.Kinds[0].Plays / contexts.Known)} of the plays that tell.",
                LabelName = "Started from",
                ValueName = "Plays",
                Horizontal = true,
                Height = 220,
                Labels = [.. contexts.Kinds.Select(kind => Capital(Name(kind.Name)))],
                Values = [.. contexts.Kinds.Select(kind => (double)kind.Plays)],
                Texts = [.. contexts.Kinds.Select(kind => $"{Said.Plays(kind.Plays)}, {Said.Time(kind.Ms)}")],
            },
            [.. contexts.Top.Select(origin => RowOf(origin, contexts.Top[0].Plays))]);
    }

    private static Row RowOf(Contexts.Origin origin, int most)
    {
        var id = Contexts.IdOf(origin.Uri);
        var href = origin.Kind switch
        {
            "album" => origin.Name is null ? null : $"/albums/{Uri.EscapeDataString(id)}",
            "artist" => origin.Name is null ? null : $"/artists/{Uri.EscapeDataString(id)}",
            "playlist" => $"https://open.spotify.com/playlist/{Uri.EscapeDataString(id)}",
            _ => null,
        };
        return new Row(
            origin.Uri,
            origin.Name ?? (origin.Kind == "saved" ? "Your saved songs" : $"{Capital(SingularOf(origin.Kind))} {id}"),
            origin.Kind == "playlist" ? "Playlist, opens at Spotify" : Capital(SingularOf(origin.Kind)),
            href,
            (double)origin.Plays / most,
            Said.Plays(origin.Plays));
    }

    private static string Name(string kind) => kind switch
    {
        "saved" => "your saved songs",
        "other" => "elsewhere",
        _ => kind + "s",
    };

    private static string SingularOf(string kind) => kind switch
    {
        "saved" => "library",
        "other" => "elsewhere",
        _ => kind,
    };

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>One context.</summary>
    /// <param name="Uri">Spotify's URI.</param>
    /// <param name="Title">Its name; its kind and id while no name is known.</param>
    /// <param name="Kind">What it is, in words.</param>
    /// <param name="Href">Where it leads; null: nowhere.</param>
    /// <param name="Share">Length of the bar: 0 to 1 of the first row's.</param>
    /// <param name="Figure">Plays as they are read.</param>
    public sealed record Row(string Uri, string Title, string Kind, string? Href, double Share, string Figure);
}
