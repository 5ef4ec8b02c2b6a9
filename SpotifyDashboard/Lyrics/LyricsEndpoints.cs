using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Ingest.History;
using SpotifyDashboard.Lyrics.Figures;
using SpotifyDashboard.Session;
using SpotifyDashboard.Session.Csv;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Lyrics;

/// <summary>The API of the words of songs. Only a song's own address answers its words, and only to the listener they were looked up for.</summary>
internal static class LyricsEndpoints
{
    /// <summary>Maps it.</summary>
    public static IEndpointRouteBuilder MapLyrics(this IEndpointRouteBuilder app)
    {
        app.MapGroup("/api/stats").WithTags("Statistics").WithQueryRules().ProducesProblem(StatusCodes.Status400BadRequest)
            .MapWithCsv<WordsFigures>(
                "words", FiguresAsync, ToTable, "What the words of the songs played say: themes, languages, and their mood against the mood of the sound. No words of songs. The CSV lists the themes.", WordsFigures.Example);
        var tracks = app.MapGroup("/api/tracks").WithTags("Catalogue").WithQueryRules().ProducesProblem(StatusCodes.Status404NotFound);
        tracks.MapGet("{id}/lyrics", ReadAsync).WithSummary("The words of a song, as far as they are stored. Nobody outside is asked.").WithExample(TrackLyricsAnswer.Example);
        tracks.MapPost("{id}/lyrics", AskAsync)
            .WithSummary("Asks LRCLIB for the words of a song, and Genius for its page, as a job.")
            .DisableAntiforgery()
            .ProducesProblem(StatusCodes.Status409Conflict);
        return app;
    }

    private static async Task<Results<Ok<WordsFigures>, ProblemHttpResult>> FiguresAsync(
        StatisticsService statistics,
        WordsService words,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken) =>
        await StatisticsEndpoints.ReadAsync(statistics, from, to, count, cancellationToken) is { } view
            ? TypedResults.Ok(await words.ReadAsync(view, cancellationToken))
            : StatisticsEndpoints.NothingYet();

    private static async Task<Results<Ok<TrackLyricsAnswer>, ProblemHttpResult>> ReadAsync(
        ListenerDirectory listeners, LyricsService lyrics, [Description("As top lists give it")] string id, CancellationToken cancellationToken) =>
        await listeners.FindCurrentAsync(cancellationToken) is { } listener && await lyrics.ReadAsync(listener.Id, id, cancellationToken) is { } song
            ? TypedResults.Ok(TrackLyricsAnswer.Of(song))
            : NoTrack();

    private static async Task<Results<Accepted<JobStarted>, ProblemHttpResult>> AskAsync(
        ListenerDirectory listeners, LyricsService lyrics, [Description("As top lists give it")] string id, CancellationToken cancellationToken)
    {
        if (await listeners.FindCurrentAsync(cancellationToken) is not { } listener || await lyrics.ReadAsync(listener.Id, id, cancellationToken) is null)
        {
            return NoTrack();
        }

        return await lyrics.AskAsync(listener, id, cancellationToken) is { } job
            ? TypedResults.Accepted($"/api/jobs/{job}", new JobStarted(job))
            : TypedResults.Problem(
                listener.IsDemo ? "The demo's songs are invented, so they have no words." : "Looking for the words of songs is switched off, on the page /moods/lyrics or by Lyrics:Enabled.",
                statusCode: StatusCodes.Status409Conflict,
                title: "Nobody is asked.");
    }

    private static CsvTable ToTable(WordsFigures figures) =>
        CsvTable.Of(["word", "songs", "plays", "weight"], figures.Themes, static theme => [theme.Word, theme.Songs, theme.Plays, theme.Weight]);

    private static ProblemHttpResult NoTrack() => TypedResults.Problem(
        "It was neither played, saved nor imported, or its id changed. GET /api/stats/top lists the ids.",
        statusCode: StatusCodes.Status404NotFound,
        title: "There is no such track in this history.");
}
