using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Models;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.LanguageModels;

/// <summary>The <c>OpenAI</c> package, by its protocol methods alone: it builds address and login, and hands out answers as they came (docs/decisions/0031).</summary>
internal sealed class ModelConnection : IDisposable
{
    private readonly HttpClient _http;
    private readonly ChatClient _chat;
    private readonly OpenAIModelClient _models;

    public ModelConnection(LanguageModelOptions options, ServiceTransport transport)
    {
        _http = new HttpClient(new ModelTransport(transport), disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
        var settings = new OpenAIClientOptions
        {
            Endpoint = new Uri(options.Endpoint.TrimEnd('/'), UriKind.Absolute),
            Transport = new HttpClientPipelineTransport(_http),

            // Repeats and time limits are this program's own, on its own clock.
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
            EnableDistributedTracing = false,
        };
        var key = new ApiKeyCredential(options.ApiKey);
        _chat = new ChatClient(options.Model, key, settings);
        _models = new OpenAIModelClient(key, settings);
    }

    /// <summary>Sends a request; returns once the headers are there, whatever they say. The caller disposes the answer.</summary>
    public async Task<PipelineResponse> CompleteAsync(BinaryData body, CancellationToken cancellationToken)
    {
        using var content = BinaryContent.Create(body);
        return (await _chat.CompleteChatAsync(content, Options(cancellationToken))).GetRawResponse();
    }

    /// <summary>Asks which models there are; as <see cref="CompleteAsync"/>.</summary>
    public async Task<PipelineResponse> ListModelsAsync(CancellationToken cancellationToken) => (await _models.GetModelsAsync(Options(cancellationToken))).GetRawResponse();

    public void Dispose() => _http.Dispose();

    private static RequestOptions Options(CancellationToken cancellationToken)
    {
        var options = new RequestOptions { BufferResponse = false, ErrorOptions = ClientErrorBehaviors.NoThrow, CancellationToken = cancellationToken };
        options.SetHeader("User-Agent", UserAgent.Text);
        return options;
    }
}
