using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using SpotifyDashboard.Components;
using SpotifyDashboard.Session;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Survey;

/// <summary>Takes an uploaded survey.</summary>
internal static class SurveyImportEndpoints
{
    /// <summary>What the multipart form adds to the file.</summary>
    private const long BoundariesAllowed = 1 << 20;

    public static IEndpointRouteBuilder MapSurveyImport(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/api/survey/import", ImportAsync)
            .WithTags("Survey")
            .WithSummary("Takes a CSV or TSV of answers (multipart, field 'file') and makes it the survey; the answer is its account.")
            .Accepts<IFormFile>("multipart/form-data")
            .DisableAntiforgery()
            .WithQueryRules();
        return endpoints;
    }

    private static async Task<Results<Ok<SurveyImportResult>, ProblemHttpResult>> ImportAsync(
        HttpContext http, ListenerDirectory listeners, SurveyImport import, CancellationToken cancellationToken)
    {
        if (http.Request.ContentLength > SurveyImport.MostBytes + BoundariesAllowed)
        {
            return TypedResults.Problem($"The file is larger than {SurveyImport.MostBytes / 1024 / 1024} MB.", statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = SurveyImport.MostBytes + BoundariesAllowed;
        }

        try
        {
            var current = await listeners.FindCurrentAsync(cancellationToken);
            return await FindFileAsync(http.Request, cancellationToken) is { } file
                ? TypedResults.Ok(await import.ImportAsync(current?.Id ?? 0, file.FileName, file.FileStream ?? Stream.Null, cancellationToken))
                : TypedResults.Problem("The upload holds no file; send it as a part with the name 'file' and a file name.", statusCode: StatusCodes.Status400BadRequest);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
        {
            return TypedResults.Problem(unreadable.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<FileMultipartSection?> FindFileAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary).Value : null;
        if (string.IsNullOrEmpty(boundary))
        {
            throw new InvalidDataException("The body must be multipart/form-data with a boundary.");
        }

        var reader = new MultipartReader(boundary, request.Body);
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (section.AsFileSection() is { FileName.Length: > 0 } file)
            {
                return file;
            }
        }

        return null;
    }
}
