using System.Net;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.GoogleSheets;

/// <summary>Reads a CSV that is published on the web (contracts, 7.4). Follows redirects, since Google sends to another host; no login goes with it.</summary>
public sealed class PublishedCsvClient
{
    /// <summary>Its name in logs and on the status page.</summary>
    public const string Service = "published_csv";

    private const int MostBytes = 32 * 1024 * 1024;
    private const int MostRedirects = 5;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private static readonly string[] s_types = ["text/csv", "text/tab-separated-values", "text/plain", "application/csv", "application/octet-stream", "application/vnd.ms-excel"];

    private readonly ServiceTransport _transport;
    private readonly ServiceStates _states;
    private readonly SheetOptions _options;
    private readonly TimeProvider _time;

    internal PublishedCsvClient(ServiceTransport transport, ServiceStates states, IOptions<SheetOptions> options, TimeProvider time) =>
        (_transport, _states, _options, _time) = (transport, states, options.Value, time);

    /// <summary>The file's bytes, and its name where one is told.</summary>
    /// <exception cref="ProviderException">It can't be read; the message says what mends it.</exception>
    public async Task<(byte[] Content, string? Name)> ReadAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        try
        {
            var read = await FollowAsync(new Uri(_options.CsvUrl, UriKind.Absolute), patience.Token);
            _states.Succeeded(Service);
            return read;
        }
        catch (ProviderException failed)
        {
            _states.Failed(Service, failed.Message, failed.RetryAt);
            throw;
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException || (broken is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            var failed = new ProviderException(Service, Failure.Retry, "The published CSV could not be reached.", broken);
            _states.Failed(Service, failed.Message, nextTryAt: null);
            throw failed;
        }
    }

    private async Task<(byte[] Content, string? Name)> FollowAsync(Uri address, CancellationToken cancellationToken)
    {
        for (var redirects = 0; ; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Accept.ParseAdd("text/csv, text/tab-separated-values, text/plain");
            request.Headers.UserAgent.ParseAdd(UserAgent.Text);
            using var response = await _transport.SendAsync(request, cancellationToken);
            if (response is { StatusCode: >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest, Headers.Location: { } location } && redirects < MostRedirects)
            {
                address = Next(address, location);
                continue;
            }

            if (WhyNot(response) is { } failed)
            {
                throw failed;
            }

            return (await ReadAsync(response.Content, cancellationToken), response.Content.Headers.ContentDisposition?.FileNameStar ?? response.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        }
    }

    private static Uri Next(Uri from, Uri location)
    {
        var next = new Uri(from, location);
        return next.Scheme is "https" || next.Scheme == from.Scheme
            ? next
            : throw new ProviderException(Service, Failure.Misconfigured, "The published CSV sends to an address that is not safe, so it was not followed.");
    }

    private ProviderException? WhyNot(HttpResponseMessage response)
    {
        var type = response.Content.Headers.ContentType?.MediaType ?? "";
        return (int)response.StatusCode switch
        {
            >= 200 and < 300 when s_types.Contains(type, StringComparer.OrdinalIgnoreCase) => null,
            >= 200 and < 300 => Told(Failure.Misconfigured, type is "text/html" ? "The address answers with a web page in place of a CSV" : $"The address answers with '{type}' in place of a CSV"),
            401 or 403 => Told(Failure.Misconfigured, "The address asks for a login"),
            404 or 410 => Told(Failure.Misconfigured, "There is nothing at the address (any more)"),
            429 => new ProviderException(Service, Failure.WaitUntil, "The published CSV asks to wait.")
            {
                StatusCode = 429,
                RetryAt = _time.GetUtcNow() + (AnswerReader.RetryAfter(response, _time.GetUtcNow()) ?? TimeSpan.FromMinutes(1)),
            },
            _ => new ProviderException(Service, Failure.Retry, $"The published CSV could not be read ({(int)response.StatusCode}).") { StatusCode = (int)response.StatusCode },
        };
    }

    private static ProviderException Told(Failure failure, string what) => new(Service, failure, $"{what}.")
    {
        Hint = "In Google Sheets choose File, Share, Publish to web, as comma-separated values, and set Survey:CsvUrl to that address.",
    };

    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var body = await content.ReadAsStreamAsync(cancellationToken);
        using var whole = new MemoryStream();
        var part = new byte[64 * 1024];
        for (int read; (read = await body.ReadAsync(part, cancellationToken)) > 0;)
        {
            if (whole.Length + read > MostBytes)
            {
                throw new ProviderException(Service, Failure.Misconfigured, "The published CSV is larger than any survey that can be read.");
            }

            await whole.WriteAsync(part.AsMemory(0, read), cancellationToken);
        }

        return whole.ToArray();
    }
}
