using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Serilog;
using Serilog.Configuration;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Json;

namespace SpotifyDashboard.Operations.Logging;

/// <summary>The log as lines of JSON in files that roll over: <c>app.log</c>, <c>app_001.log</c>, …, the oldest of which go.</summary>
internal static class FileLog
{
    /// <summary>Opens it where the settings want one. The first line makes the file.</summary>
    /// <param name="options">Where and how much.</param>
    /// <param name="contentRoot">What a relative path is below.</param>
    /// <param name="errors">Told when lines can't be written.</param>
    /// <param name="time">The clock.</param>
    public static ILoggerProvider Open(FileLogOptions options, string contentRoot, TextWriter errors, TimeProvider time)
    {
        if (options.Path.Length == 0)
        {
            return NullLoggerProvider.Instance;
        }

        // Which lines are wanted is ruled by Logging:LogLevel, as for the console.
        var configuration = new LoggerConfiguration().MinimumLevel.Verbose();
        LoggerSinkConfiguration.Wrap(
            configuration.WriteTo,
            file => new GuardedSink(file, errors, time),
            file => file.File(
                new JsonFormatter(renderMessage: true),
                Path.Combine(contentRoot, options.Path),
                fileSizeLimitBytes: options.MaxBytes,
                rollOnFileSizeLimit: true,
                retainedFileCountLimit: options.Keep),
            LevelAlias.Minimum,
            levelSwitch: null);
        return new SerilogLoggerProvider(configuration.CreateLogger(), dispose: true);
    }

    /// <summary>Opens what <paramref name="provider"/>'s settings say.</summary>
    public static ILoggerProvider Open(IServiceProvider provider) => Open(
        provider.GetRequiredService<IOptions<FileLogOptions>>().Value,
        provider.GetRequiredService<IHostEnvironment>().ContentRootPath,
        Console.Error,
        TimeProvider.System);
}
