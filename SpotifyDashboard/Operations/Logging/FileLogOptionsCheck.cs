using Microsoft.Extensions.Options;

namespace SpotifyDashboard.Operations.Logging;

/// <summary>Stops the start where the log could not be written as it is asked for.</summary>
internal sealed class FileLogOptionsCheck(IHostEnvironment environment) : IValidateOptions<FileLogOptions>
{
    private const long Least = 4096;

    public ValidateOptionsResult Validate(string? name, FileLogOptions options)
    {
        if (options.MaxBytes < Least)
        {
            return ValidateOptionsResult.Fail($"Logging:File:MaxBytes must be at least {Least}, not {options.MaxBytes}.");
        }

        if (options.Keep is < 1 or > 1000)
        {
            return ValidateOptionsResult.Fail($"Logging:File:Keep must be from 1 to 1000, not {options.Keep}.");
        }

        return options.Path.Length == 0 || WhyNot(Path.Combine(environment.ContentRootPath, options.Path)) is not { } reason
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Logging:File:Path names a file that can't be written: {reason}");
    }

    private static string? WhyNot(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? path);

            // A command may be writing beside a running server.
            using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return exception.Message;
        }
    }
}
