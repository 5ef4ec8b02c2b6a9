using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Ingest.Edits;
using SpotifyDashboard.Ingest.Export;
using SpotifyDashboard.Ingest.Live;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Session;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Takes uploads and hands them to an import job.</summary>
internal static class ImportEndpoints
{
    public static IEndpointRouteBuilder MapIngest(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/api/import", ImportAsync)
            .WithTags("Import")
            .WithSummary("Takes files (multipart, field 'files') and imports them as a job.")
            .Accepts<IFormFile>("multipart/form-data")
            .DisableAntiforgery()
            .WithQueryRules();
        return endpoints.MapSync().MapEdits().MapExport();
    }

    private static async Task<Results<Accepted<JobStarted>, ProblemHttpResult>> ImportAsync(
        HttpContext http,
        JobRunner jobs,
        ListenerDirectory listeners,
        UploadFolder uploads,
        IOptions<ImportOptions> options,
        CancellationToken cancellationToken)
    {
        var limit = options.Value.MaxUploadBytes;
        if (http.Request.ContentLength > limit + BoundariesAllowed)
        {
            return TooLarge(new UploadTooLargeException(limit));
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            // The setting rules, not the server's 30 MB.
            body.MaxRequestBodySize = limit + BoundariesAllowed;
        }

        var folder = uploads.Create();
        try
        {
            var files = await UploadReader.ReadAsync(http.Request, folder, limit, cancellationToken);
            if (files.Count == 0)
            {
                throw new InvalidDataException("The upload holds no file; send each as a part with the name 'files' and a file name.");
            }

            var listener = await listeners.GetOrCreateOwnAsync(cancellationToken);
            var id = await jobs.EnqueueAsync(ImportJobHandler.JobKind, listener, new ImportJobInput(files, AreTemporary: true).ToJson(), cancellationToken);
            return TypedResults.Accepted($"/api/jobs/{id}", new JobStarted(id));
        }
        catch (Exception exception)
        {
            Directory.Delete(folder, recursive: true);
            switch (exception)
            {
                case UploadTooLargeException:
                case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                    return TooLarge(new UploadTooLargeException(limit));
                case InvalidDataException or (IOException and not BadHttpRequestException):
                    return TypedResults.Problem(exception.Message, statusCode: StatusCodes.Status400BadRequest);
                default:
                    throw;
            }
        }
    }

    /// <summary>What the multipart form adds to the files.</summary>
    private const long BoundariesAllowed = 1 << 20;

    private static ProblemHttpResult TooLarge(UploadTooLargeException exception) =>
        TypedResults.Problem(exception.Message, statusCode: StatusCodes.Status413PayloadTooLarge);
}
