using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.LanguageModels;

/// <summary>Asks a language model behind any OpenAI-compatible service (contracts, section 6). Every call ends within <see cref="CallPatience"/>.</summary>
public sealed class LanguageModelClient : IDisposable
{
    /// <summary>Its name in logs and on the status page.</summary>
    public const string Service = "language_model";

    /// <summary>How long one call may take in all, with a repeat: a model writes 2,048 tokens in half a minute, a slow one in a whole.</summary>
    public static readonly TimeSpan CallPatience = TimeSpan.FromSeconds(80);

    /// <summary>How long it may be silent, before the first byte or between two: it thinks before it writes, but a pause this long is a hang.</summary>
    public static readonly TimeSpan SilencePatience = TimeSpan.FromSeconds(25);

    /// <summary>Before the one repeat after 500 or 503: the first step of the back-off that Google asks for.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(2);

    private readonly LanguageModelOptions _options;
    private readonly ServiceGround _ground;
    private readonly ModelJudge _judge;
    private readonly Lazy<ModelConnection> _connection;

    /// <summary>What it was told off with, until when it is to be left alone.</summary>
    private LanguageModelException? _blocked;

    internal LanguageModelClient(ServiceGround ground, IOptions<LanguageModelOptions> options)
    {
        _options = options.Value;
        _ground = ground;
        _judge = new ModelJudge(_options, ground.Time);
        _connection = new Lazy<ModelConnection>(() => new ModelConnection(_options, ground.Transport));
    }

    /// <summary>How people call who is behind it: "Gemini", or "The language model".</summary>
    public string ShownName => _options.ShownName;

    /// <summary>Whether a key is set; without one nothing can be asked.</summary>
    public bool HasKey => _options.HasKey;

    /// <summary>The model that is asked.</summary>
    public string Model => _options.Model;

    /// <summary>Why it is not to be asked just now, with the time of the next try; null where it may be.</summary>
    public LanguageModelException? WhyNotNow() =>
        Volatile.Read(ref _blocked) is { } blocked && blocked.RetryAt > _ground.Time.GetUtcNow() ? blocked.Again() : null;

    /// <summary>Asks the model.</summary>
    /// <param name="request">What for.</param>
    /// <param name="arriving">Told each piece of text as it arrives; a text is never told twice.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="LanguageModelException">It did not write; the message says why.</exception>
    public async Task<ModelAnswer> CompleteAsync(ModelRequest request, Action<string> arriving, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(arriving);
        if (!HasKey)
        {
            throw new LanguageModelException(LanguageModelFailure.Misconfigured, "No key for a language model is set (Narrative:ApiKey).");
        }

        if (WhyNotNow() is { } blocked)
        {
            throw blocked;
        }

        try
        {
            var answer = await CompleteInTimeAsync(RequestBody.Write(_options, request), arriving, cancellationToken);
            _ground.States.Succeeded(Service);
            return answer;
        }
        catch (LanguageModelException failed)
        {
            Note(failed);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_connection.IsValueCreated)
        {
            _connection.Value.Dispose();
        }
    }

    private async Task<ModelAnswer> CompleteInTimeAsync(BinaryData body, Action<string> arriving, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(CallPatience, _ground.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            await _ground.Gate.EnterAsync(either.Token);
            try
            {
                return await CompleteOnceAgainAsync(body, arriving, either.Token);
            }
            finally
            {
                _ground.Gate.Leave();
            }
        }
        catch (OperationCanceledException reason) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw _judge.Slow(CallPatience, reason);
        }
    }

    private async Task<ModelAnswer> CompleteOnceAgainAsync(BinaryData body, Action<string> arriving, CancellationToken cancellationToken)
    {
        var hasArrived = false;
        try
        {
            return await AttemptAsync(body, Arriving, cancellationToken);
        }
        catch (LanguageModelException failed) when (!hasArrived && IsWorthRepeating(failed))
        {
            await Task.Delay(s_pause, _ground.Time, cancellationToken);
            return await AttemptAsync(body, arriving, cancellationToken);
        }

        void Arriving(string text)
        {
            hasArrived = true;
            arriving(text);
        }
    }

    private bool IsWorthRepeating(LanguageModelException failed) =>
        failed.StatusCode is (int)HttpStatusCode.InternalServerError or (int)HttpStatusCode.ServiceUnavailable
        && (failed.RetryAt is not { } asked || asked <= _ground.Time.GetUtcNow() + s_pause);

    private async Task<ModelAnswer> AttemptAsync(BinaryData body, Action<string> arriving, CancellationToken cancellationToken)
    {
        var began = _ground.Time.GetTimestamp();
        var status = 0;
        using var silent = new CancellationTokenSource(SilencePatience, _ground.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silent.Token);
        try
        {
            using var response = await _connection.Value.CompleteAsync(body, either.Token);
            status = response.Status;
            var parts = new AnswerParts(response.ContentStream ?? Stream.Null, () => silent.CancelAfter(SilencePatience));
            return status is >= (int)HttpStatusCode.OK and < (int)HttpStatusCode.MultipleChoices
                ? await ReadAsync(parts, arriving, either.Token)
                : throw await RefusedAsync(response, parts, either.Token);
        }
        catch (OperationCanceledException reason) when (silent.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw _judge.Silent(SilencePatience, reason);
        }
        catch (Exception reason) when (reason is JsonException or InvalidDataException)
        {
            throw _judge.Unreadable(reason);
        }
        catch (Exception reason) when (reason is HttpRequestException or IOException or ClientResultException)
        {
            throw _judge.Broken(reason);
        }
        finally
        {
            var took = (long)_ground.Time.GetElapsedTime(began).TotalMilliseconds;
            ServiceCallLog.Completed(_ground.Logger, Service, "chat/completions", took, status);
        }
    }

    private async Task<ModelAnswer> ReadAsync(AnswerParts parts, Action<string> arriving, CancellationToken cancellationToken)
    {
        var fold = new AnswerFold();
        await foreach (var part in parts.ReadAsync(cancellationToken))
        {
            if (fold.Add(part) is { Length: > 0 } text)
            {
                arriving(text);
            }

            if (fold.Error is not null || fold.IsBlocked)
            {
                break;
            }
        }

        // A stream that ends without a word of its end was cut; a document was whole when it was JSON.
        var isWhole = parts.IsDone || parts.IsDocument || fold.FinishReason is not null;
        return isWhole && fold is { Error: null, IsBlocked: false, FinishReason: null or "STOP", Text.Length: > 0 }
            ? new ModelAnswer(fold.Text, fold.Model ?? _options.Model, fold.TokensIn, fold.TokensOut)
            : throw _judge.Judge(fold, isWhole);
    }

    private async Task<LanguageModelException> RefusedAsync(PipelineResponse response, AnswerParts parts, CancellationToken cancellationToken)
    {
        var body = await parts.ReadTextAsync(cancellationToken);
        var wait = AnswerReader.RetryAfter(response.Headers.TryGetValue("Retry-After", out var header) ? header : null, _ground.Time.GetUtcNow());
        var refused = _judge.Judge(response.Status, body, wait);
        return response.Status == (int)HttpStatusCode.NotFound ? _judge.NoSuchModel(await ListModelsAsync(cancellationToken)) : refused;
    }

    /// <summary>The models that there are; none where the service does not tell.</summary>
    private async Task<IReadOnlyList<string>> ListModelsAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _connection.Value.ListModelsAsync(cancellationToken);
            var body = await new AnswerParts(response.ContentStream ?? Stream.Null, static () => { }).ReadTextAsync(cancellationToken);
            return response.IsError ? [] : ModelList.Read(body, _options.Model);
        }
        catch (Exception reason) when (reason is JsonException or InvalidDataException or HttpRequestException or IOException or ClientResultException)
        {
            // The list only helps to choose another model; the message does without it.
            return [];
        }
    }

    private void Note(LanguageModelException failed)
    {
        ServiceCallLog.Failed(_ground.Logger, Service, "chat/completions", KindOf(failed.Failure), failed.Message);
        if (failed.Failure == LanguageModelFailure.Blocked)
        {
            // The service is well; it is the text that it would not write.
            _ground.States.Succeeded(Service);
            return;
        }

        _ground.States.Failed(Service, failed.Message, failed.RetryAt);
        if (failed.RetryAt is not null)
        {
            Volatile.Write(ref _blocked, failed);
        }
    }

    private static Failure KindOf(LanguageModelFailure failure) => failure switch
    {
        LanguageModelFailure.Limited => Failure.WaitUntil,
        LanguageModelFailure.Misconfigured => Failure.Misconfigured,
        LanguageModelFailure.Blocked => Failure.NotAvailable,
        _ => Failure.Retry,
    };
}
