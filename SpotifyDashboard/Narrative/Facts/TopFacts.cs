using System.Collections.Immutable;
using System.Globalization;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Statistics.Taste;

namespace SpotifyDashboard.Narrative.Facts;

/// <summary>The artists, tracks and genres played most, with plays and shares.</summary>
internal static class TopFacts
{
    private const int Shown = 5;
    private const double MsPerMinute = 60_000;

    /// <summary>How telling the first five places are.</summary>
    private static readonly int[] s_artistWeights = [980, 850, 840, 838, 836];
    private static readonly int[] s_trackWeights = [930, 650, 640, 460, 450];
    private static readonly int[] s_genreWeights = [910, 826, 800, 722, 721];

    /// <summary>Five of each, as far as there are.</summary>
    public static IEnumerable<FactDraft> Of(FactGround ground) => [.. ArtistsOf(ground), .. TracksOf(ground), .. GenresOf(ground)];

    private static IEnumerable<FactDraft> ArtistsOf(FactGround ground)
    {
        var top = TopList.Of(ground.View, TopKind.Artists, TopMeasure.Plays, Shown);
        foreach (var item in top)
        {
            var name = ground.NameOf(FactNameKind.Artist, item.Name);
            yield return Place(ground, item, "artist", FactTopic.Artists, s_artistWeights, name is null ? [] : [name], name?.Name, ground.Plays, $"/artists/{Uri.EscapeDataString(item.Id)}");
        }

        if (ChangeFacts.CanCompare(ground) && top is [{ PreviousRank: > 1 and var before } first, ..] && ground.Summary.Previous?.Plays >= FactGround.Enough)
        {
            var name = ground.NameOf(FactNameKind.Artist, first.Name);
            yield return new FactDraft(
                new NarrativeFact
                {
                    Id = "artist-1-before",
                    Topic = FactTopic.Change,
                    Text = $"{name?.Name ?? "Your most played artist"} was artist no. {FactWords.Number(before)} in the stretch before.",
                    Figures = [new FactFigure(before, FactUnit.Rank)],
                    Names = name is null ? [] : [name],
                    Href = ground.AddressOf($"/artists/{Uri.EscapeDataString(first.Id)}"),
                },
                540);
        }
    }

    private static IEnumerable<FactDraft> TracksOf(FactGround ground)
    {
        foreach (var item in TopList.Of(ground.View, TopKind.Tracks, TopMeasure.Plays, Shown))
        {
            var track = TrackName.Of(ground, item.Name, item.Artist);
            yield return Place(ground, item, "track", FactTopic.Tracks, s_trackWeights, track.Names, track.Words, ground.Plays, $"/tracks/{Uri.EscapeDataString(item.Id)}");
        }
    }

    private static IEnumerable<FactDraft> GenresOf(FactGround ground)
    {
        var trend = GenreTrend.Of(ground.View, Shown);
        if (!(trend.Coverage >= FactGround.LeastCoverage))
        {
            yield break;
        }

        if (trend.Coverage < FactGround.FullCoverage)
        {
            var share = FactWords.ShareOf(trend.Known, trend.Plays);
            yield return new FactDraft(
                new NarrativeFact
                {
                    Id = "genre-coverage",
                    Topic = FactTopic.Genres,
                    Text = $"Genres are known for {FactWords.Percent(share.Value)} of your plays.",
                    Figures = [share],
                    Href = ground.AddressOf("/stats", "section=taste", "genres"),
                },
                s_genreWeights[0] + 1,
                "genre");
        }

        foreach (var item in TopList.Of(ground.View, TopKind.Genres, TopMeasure.Plays, Shown))
        {
            var name = ground.NameOf(FactNameKind.Genre, item.Name);
            yield return Place(ground, item, "genre", FactTopic.Genres, s_genreWeights, name is null ? [] : [name], name?.Name, trend.Known, "/stats", "section=taste", "genres", trend.Coverage < FactGround.FullCoverage ? "of known ones" : "of plays");
        }
    }

    private static FactDraft Place(
        FactGround ground, TopItem item, string what, FactTopic topic, int[] weights, ImmutableArray<FactName> names, string? name, int whole, string path, string? choices = null, string? anchor = null, string of = "of all")
    {
        var share = FactWords.ShareOf(item.Plays, whole);
        var place = item.Rank == 1 ? $"Your most played {what}" : $"{char.ToUpperInvariant(what[0])}{what[1..]} no. {item.Rank.ToString(CultureInfo.InvariantCulture)}";
        var minutes = item.Ms / MsPerMinute;
        var hasMinutes = item.Rank == 1 && topic != FactTopic.Genres && minutes >= 1;
        var time = hasMinutes ? $", {FactWords.Counted((int)Math.Round(minutes, MidpointRounding.AwayFromZero), "minute", "minutes")}" : "";
        var hasShare = FactWords.Rounded(share.Value) > 0;
        return new FactDraft(
            new NarrativeFact
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{what}-{item.Rank}"),
                Topic = topic,
                Text = $"{place}{(name is null ? "" : $" was {name}")}: {FactWords.Plays(item.Plays)}{(hasShare ? $", {FactWords.Percent(share.Value)} {of}" : "")}{time}.",
                Figures =
                [
                    new FactFigure(item.Plays, FactUnit.Plays),
                    .. hasShare ? [share] : Array.Empty<FactFigure>(),
                    new FactFigure(item.Rank, FactUnit.Rank),
                    .. hasMinutes ? [new FactFigure(minutes, FactUnit.Minutes)] : Array.Empty<FactFigure>(),
                ],
                Names = names,
                Href = ground.AddressOf(path, choices, anchor),
            },
            weights[item.Rank - 1],
            what);
    }
}
