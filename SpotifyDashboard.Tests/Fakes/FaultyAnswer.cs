using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>Sends an answer, spoilt as a fault says.</summary>
internal sealed class FaultyAnswer(HttpContext context, Fault fault, TimeProvider time)
{
    /// <summary>Sends an answer as it is.</summary>
    public static Task SendAsync(HttpContext context, FakeAnswer answer, CancellationToken cancellationToken)
    {
        Head(context, answer.Status, answer.ContentType, answer.RetryAfter, answer.Location);
        return answer.Pieces is { } pieces ? pieces(context, cancellationToken) : WriteAsync(context, Encoding.UTF8.GetBytes(answer.Body), cancellationToken);
    }

    /// <summary>Sends the right answer or a wrong one.</summary>
    /// <param name="answer">Makes, and logs, the right answer.</param>
    /// <param name="note">Logs the status of a wrong one.</param>
    public async Task SendAsync(Func<Task<FakeAnswer>> answer, Action<int> note, CancellationToken cancellationToken)
    {
        switch (fault.Kind)
        {
            case FaultKind.Answer:
                note(fault.Status);
                var (type, bytes) = Fault.Form(fault.Body, fault.Status);
                Head(context, fault.Status, type, fault.RetryAfterHeader(time.GetUtcNow()), null);
                await WriteAsync(context, bytes, cancellationToken);
                break;
            case FaultKind.Stall:
                note(0);
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                break;
            case FaultKind.Latency:
                await Task.Delay(fault.Delay, time, cancellationToken);
                await SendAsync(context, await answer(), cancellationToken);
                break;
            case FaultKind.Spoil:
                var status = (await answer()).Status;
                var (spoiltType, spoilt) = Fault.Form(fault.Body, status);
                Head(context, status, spoiltType, null, null);
                await WriteAsync(context, spoilt, cancellationToken);
                break;
            default:
                await LieAsync(await answer(), cancellationToken);
                break;
        }
    }

    private async Task LieAsync(FakeAnswer answer, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetBytes(answer.Body);
        Head(context, answer.Status, answer.ContentType, answer.RetryAfter, answer.Location);
        switch (fault.Kind)
        {
            case FaultKind.Cut:
                context.Response.ContentLength = body.Length;
                await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), cancellationToken);
                await context.Response.Body.FlushAsync(cancellationToken);
                context.Abort();
                break;
            case FaultKind.LengthTooLarge:
                await RawAsync(answer, body, body.Length + 20, cancellationToken);
                break;
            case FaultKind.LengthTooSmall:
                await RawAsync(answer, body, body.Length / 2, cancellationToken);
                break;
            case FaultKind.Trickle:
                context.Response.ContentLength = body.Length;
                foreach (var single in body)
                {
                    await context.Response.Body.WriteAsync(new[] { single }, cancellationToken);
                    await context.Response.Body.FlushAsync(cancellationToken);
                    await Task.Delay(fault.Delay, time, cancellationToken);
                }

                break;
            default:
                throw new InvalidOperationException($"{fault.Kind} does not spoil a right answer.");
        }
    }

    // Kestrel does not let a program lie about its length, so the bytes go past it.
    private async Task RawAsync(FakeAnswer answer, byte[] body, int length, CancellationToken cancellationToken)
    {
        var output = context.Features.GetRequiredFeature<IConnectionTransportFeature>().Transport.Output;
        var head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {answer.Status} As is\r\nContent-Type: {answer.ContentType}\r\nContent-Length: {length}\r\n\r\n");
        await output.WriteAsync(Encoding.ASCII.GetBytes(head), cancellationToken);
        await output.WriteAsync(body, cancellationToken);
        await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken); // the bytes leave before the connection breaks
        context.Abort();
    }

    private static void Head(HttpContext context, int status, string? contentType, string? retryAfter, string? location)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        if (location is not null)
        {
            context.Response.Headers.Location = location;
        }
    }

    private static async Task WriteAsync(HttpContext context, byte[] body, CancellationToken cancellationToken)
    {
        if (context.Response.StatusCode != StatusCodes.Status204NoContent)
        {
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body, cancellationToken);
        }
    }
}
