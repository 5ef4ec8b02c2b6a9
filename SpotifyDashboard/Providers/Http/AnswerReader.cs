using System.Globalization;
using System.Text;

namespace SpotifyDashboard.Providers.Http;

/// <summary>Reads an answer to its end, whatever it claims to be: text first, sense later.</summary>
internal static class AnswerReader
{
    /// <summary>Bytes beyond which no answer is read, unpacked.</summary>
    public const int LongestBody = 10 * 1024 * 1024;

    /// <summary>A wait beyond this is not believed.</summary>
    private static readonly TimeSpan s_longestWait = TimeSpan.FromDays(31);

    /// <summary>The whole answer.</summary>
    /// <exception cref="InvalidDataException">It is longer than <see cref="LongestBody"/>, or its packing is broken.</exception>
    /// <exception cref="IOException">The connection broke before its end.</exception>
    public static async Task<ServiceAnswer> ReadAsync(HttpResponseMessage response, ServiceCall call, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var text = await ReadTextAsync(response.Content, cancellationToken);
        foreach (var secret in call.Secrets)
        {
            text = secret.Length == 0 ? text : text.Replace(secret, "(hidden)", StringComparison.Ordinal);
        }

        return new ServiceAnswer((int)response.StatusCode, text, RetryAfter(response, now), response.Headers.Location);
    }

    /// <summary>The wait in <c>Retry-After</c>, as seconds or as a date; null where there is none in the future.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now) =>
        RetryAfter(response.Headers.TryGetValues("Retry-After", out var values) ? values.FirstOrDefault() : null, now);

    /// <summary>The wait that a header asks for; null where there is none in the future.</summary>
    public static TimeSpan? RetryAfter(string? header, DateTimeOffset now)
    {
        if (header?.Trim() is not { Length: > 0 } value)
        {
            return null;
        }

        // Read by hand: the framework's parser drops seconds beyond an int, and then a long block would look like none.
        var wait = decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds((double)Math.Min(Math.Ceiling(seconds), (decimal)s_longestWait.TotalSeconds))
            : DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date - now : TimeSpan.Zero;
        return wait <= TimeSpan.Zero ? null : wait < s_longestWait ? wait : s_longestWait;
    }

    private static async Task<string> ReadTextAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > LongestBody)
        {
            throw TooLong();
        }

        await using var body = await content.ReadAsStreamAsync(cancellationToken);
        using var whole = new MemoryStream();
        var part = new byte[16 * 1024];
        for (int read; (read = await body.ReadAsync(part, cancellationToken)) > 0;)
        {
            if (whole.Length + read > LongestBody)
            {
                throw TooLong();
            }

            await whole.WriteAsync(part.AsMemory(0, read), cancellationToken);
        }

        whole.Position = 0;
        using var reader = new StreamReader(whole, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    private static InvalidDataException TooLong() => new("the answer is longer than any real one");
}
