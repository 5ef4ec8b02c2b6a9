using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SpotifyDashboard.Providers;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.LanguageModels;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Providers.LanguageModels;

/// <summary>The program's own client of language models, pointed at a fake, on a clock that the test drives.</summary>
internal sealed class ModelBench : IAsyncDisposable
{
    /// <summary>Real time after which what did not come will not come: a test that hangs tells nothing.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(2);

    private readonly ServiceProvider _services;

    private ModelBench(FakeLanguageModel model, DrivenTime time, Dictionary<string, string?> settings)
    {
        Model = model;
        Time = time;
        settings.TryAdd("Narrative:Endpoint", model.Url);
        settings.TryAdd("Narrative:Model", FakeLanguageModel.Model);
        settings.TryAdd("Narrative:ApiKey", FakeLanguageModel.Key);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddSingleton<TimeProvider>(time);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddProviders();
        _services = services.BuildServiceProvider();
    }

    public FakeLanguageModel Model { get; }

    public DrivenTime Time { get; }

    public CallLog Log { get; } = new();

    public LanguageModelClient Client => _services.GetRequiredService<LanguageModelClient>();

    public ServiceStatus State => _services.GetRequiredService<ServiceStates>().Of(LanguageModelClient.Service);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ModelBench> StartAsync(params (string Key, string? Value)[] settings)
    {
        var time = new DrivenTime();
        return new ModelBench(await FakeLanguageModel.StartAsync(time, Cancellation), time, settings.ToDictionary(setting => setting.Key, setting => setting.Value, StringComparer.Ordinal));
    }

    public Microsoft.Extensions.Logging.ILogger<T> LoggerOf<T>() => _services.GetRequiredService<ILogger<T>>();

    /// <summary>Waits until a call has reached the fake.</summary>
    public async Task ArrivedAsync(Task call)
    {
        // A call that ends before it arrives tells why; waiting on would tell nothing.
        var arrived = Model.ArrivedAsync(Cancellation);
        if (await Task.WhenAny(arrived, call).WaitAsync(Patience, Cancellation) == call)
        {
            await call;
        }

        await arrived.WaitAsync(Patience, Cancellation);
    }

    /// <summary>Waits for a call, moving the clock over its pause before a repeat and over nothing else.</summary>
    public async Task<T> DriveAsync<T>(Task<T> call)
    {
        while (!call.IsCompleted)
        {
            Cancellation.ThrowIfCancellationRequested();
            if (Time.NextDue is { } due && due <= Time.GetUtcNow() + s_pause)
            {
                Time.AdvanceTo(due);
            }

            await Task.WhenAny(call, Task.Delay(TimeSpan.FromMilliseconds(2), Cancellation));
        }

        return await call;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Model.DisposeAsync();
    }
}
