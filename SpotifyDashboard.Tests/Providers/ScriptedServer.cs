using System.Collections.Concurrent;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Providers;

/// <summary>Answers what it is told, one after another, then the last again.</summary>
internal sealed class ScriptedServer(TimeProvider time, params FakeAnswer[] answers) : FakeServer(time)
{
    private readonly ConcurrentQueue<FakeAnswer> _answers = new(answers);

    /// <summary>Its address, with a path prefix.</summary>
    public string Url => Root + "/behind/a/proxy/";

    /// <summary>The requests as they came.</summary>
    public ConcurrentQueue<FakeRequest> Requests { get; } = [];

    protected override Task<FakeAnswer> AnswerAsync(FakeRequest request, CancellationToken cancellationToken)
    {
        Requests.Enqueue(request);
        return Task.FromResult(_answers.Count > 1 && _answers.TryDequeue(out var next) ? next : _answers.First());
    }
}
