using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace SpotifyDashboard.Operations.Logging;

/// <summary>Registers what the log says beside its words, and the log in a file.</summary>
internal static class LogsRegistration
{
    public static IServiceCollection AddLogs(this IServiceCollection services)
    {
        services.AddOptions<FileLogOptions>().BindConfiguration(FileLogOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<FileLogOptions>, FileLogOptionsCheck>();
        services.AddSingleton<ILoggerProvider>(FileLog.Open);

        // A line of JSON that does not say whose request it belongs to is of no use to whoever collects them.
        services.Configure<JsonConsoleFormatterOptions>(static json =>
        {
            json.IncludeScopes = true;
            json.UseUtcTimestamp = true;
            json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        });
        services.AddSingleton<IStartupFilter, RequestLog>();
        services.AddSingleton<CircuitHandler, CircuitLog>();
        services.AddHostedService<RequestTraces>();
        return services;
    }
}
