using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Streams the files of a multipart request to disk, piece by piece.</summary>
internal static class UploadReader
{
    /// <summary>Files in one upload; a whole unpacked history has some thirty.</summary>
    private const int MostFiles = 1000;

    /// <summary>Writes every file of the body into a folder.</summary>
    /// <param name="request">A <c>multipart/form-data</c> request.</param>
    /// <param name="folder">An empty folder.</param>
    /// <param name="limit">Bytes of all files together.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <returns>The files; none where the body held none.</returns>
    /// <exception cref="UploadTooLargeException">The files are larger than <paramref name="limit"/>.</exception>
    /// <exception cref="InvalidDataException">The body is no proper multipart form.</exception>
    public static async Task<IReadOnlyList<ImportInput>> ReadAsync(HttpRequest request, string folder, long limit, CancellationToken cancellationToken)
    {
        var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary).Value : null;
        if (string.IsNullOrEmpty(boundary))
        {
            throw new InvalidDataException("The body must be multipart/form-data with a boundary.");
        }

        var files = new List<ImportInput>();
        var reader = new MultipartReader(boundary, request.Body);
        var left = limit;
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (section.AsFileSection() is not { FileStream: { } content, FileName: { Length: > 0 } sentName })
            {
                continue;
            }

            if (files.Count == MostFiles)
            {
                throw new InvalidDataException("More than 1,000 files in one upload.");
            }

            // Its own name on disk: what the browser calls it may be no proper file name here.
            var path = Path.Combine(folder, files.Count.ToString(CultureInfo.InvariantCulture));
            left -= await SaveAsync(content, path, left, limit, cancellationToken);
            files.Add(new ImportInput(path, Path.GetFileName(sentName.Replace('\\', '/'))));
        }

        return files;
    }

    private static async Task<long> SaveAsync(Stream content, string path, long left, long limit, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        var buffer = new byte[128 * 1024];
        var written = 0L;
        int got;
        while ((got = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            written += got;
            if (written > left)
            {
                throw new UploadTooLargeException(limit);
            }

            await file.WriteAsync(buffer.AsMemory(0, got), cancellationToken);
        }

        return written;
    }
}
