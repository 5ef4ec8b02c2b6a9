using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>A service on a free port of this machine that answers only what its contract lists.</summary>
internal abstract class FakeServer(TimeProvider time) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private WebApplication? _application;

    public Faults Faults { get; } = new();

    public RequestLog Log { get; } = new();

    /// <summary>What was refused because the contract does not list it.</summary>
    public IReadOnlyList<string> Violations => Log.Violations;

    /// <summary>Root of the server, without a slash at the end.</summary>
    protected string Root { get; private set; } = "";

    protected TimeProvider Time => time;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        _application = builder.Build();
        _application.Run(HandleAsync);
        await _application.StartAsync(cancellationToken);
        Root = _application.Urls.Single();
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        if (_application is not null)
        {
            await _application.DisposeAsync();
        }

        _stopping.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Answers what the contract lists.</summary>
    /// <exception cref="RefusedException">The contract does not list it.</exception>
    protected abstract Task<FakeAnswer> AnswerAsync(FakeRequest request, CancellationToken cancellationToken);

    /// <summary>Learns of a request that a fault kept from its answer, but which arrived all the same.</summary>
    protected virtual void Spoilt(FakeRequest request)
    {
    }

    private async Task HandleAsync(HttpContext context)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping.Token);
        var request = await ReadAsync(context, end.Token);
        try
        {
            if (Faults.Take(request) is { } fault)
            {
                await new FaultyAnswer(context, fault, time).SendAsync(() => AnswerAndLogAsync(request, end.Token), status => NoteSpoilt(request, status), end.Token);
            }
            else
            {
                await FaultyAnswer.SendAsync(context, await AnswerAndLogAsync(request, end.Token), end.Token);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The client hung up or the test is over: nobody is left to answer.
        }
    }

    private async Task<FakeAnswer> AnswerAndLogAsync(FakeRequest request, CancellationToken cancellationToken)
    {
        FakeAnswer answer;
        try
        {
            answer = await AnswerAsync(request, cancellationToken);
        }
        catch (RefusedException refused)
        {
            Log.AddViolation($"{request.Method} {request.Path}{request.QueryString}: {refused.Message}");
            answer = FakeAnswer.Text(400, $"Not in the contract: {refused.Message}");
        }

        Note(request, answer.Listener, answer.Status);
        return answer;
    }

    private void NoteSpoilt(FakeRequest request, int status)
    {
        Spoilt(request);
        Note(request, null, status);
    }

    private void Note(FakeRequest request, string? listener, int status) =>
        Log.Add(new LoggedRequest(request.Method, request.Path, request.QueryString, request.At, listener, status));

    private async Task<FakeRequest> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(context.Request.Body);
        return new FakeRequest(
            context.Request.Method,
            context.Request.Path.Value ?? "/",
            context.Request.QueryString.Value ?? "",
            context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal),
            context.Request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync(cancellationToken),
            time.GetUtcNow());
    }
}
