using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Session;
using SpotifyDashboard.Session.Csv;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Statistics.Top20;

/// <summary>The top 20 over HTTP.</summary>
internal static class Top20Endpoints
{
    public static IEndpointRouteBuilder MapTop20(this IEndpointRouteBuilder endpoints)
    {
        var top = endpoints.MapGroup("/api").WithTags("Top 20").WithQueryRules().ProducesProblem(StatusCodes.Status400BadRequest);
        top.MapWithCsv<IReadOnlyList<Top20Row>>("top20", ListAsync, TableOf, "The twenty most played tracks, artists or albums, or Spotify's own list of tracks or artists.", Top20Row.Example);
        return endpoints;
    }

    private static async Task<Results<Ok<IReadOnlyList<Top20Row>>, ProblemHttpResult>> ListAsync(
        Top20Service top20,
        ListenerDirectory directory,
        [Description("tracks (default), artists or albums")] string? kind,
        [Description("4w (28 local days up to today, default), 6m, 1y or all")] string? range,
        [Description("own (default), or spotify for Spotify's own list: of tracks and artists, over 4w, 6m and 1y")] string? source,
        CancellationToken cancellationToken)
    {
        var asked = Top20Choice.Read(kind, range, string.IsNullOrEmpty(source) ? "own" : source);
        if (await directory.FindCurrentAsync(cancellationToken) is not { } listener)
        {
            return StatisticsEndpoints.NothingYet();
        }

        var view = await top20.ReadAsync(listener, asked, cancellationToken);
        return TypedResults.Ok(asked.ShowsOwn ? view.Own : view.Spotify.Rows);
    }

    private static CsvTable TableOf(IReadOnlyList<Top20Row> rows) => CsvTable.Of(
        ["rank", "name", "artist", "album", "popularity", "plays", "ms"],
        rows,
        row => [row.Rank, row.Name, row.Artist, row.Album, row.Popularity, row.Plays, row.Ms]);
}
