using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;

namespace SpotifyDashboard.Operations;

/// <summary><c>-- health</c>: asks the program that runs on this machine how it is. For probes of containers; opens neither settings' services nor the database.</summary>
internal static class HealthCommand
{
    /// <summary>What names it on the command line.</summary>
    public const string Name = "health";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(4);

    /// <summary>Asks and prints the answer in a line.</summary>
    /// <returns>0 where the program can serve, 1 where not, 2 for wrong use; null where another command is named.</returns>
    public static async Task<int?> RunAsync(string[] arguments, TextWriter output, TextWriter errors)
    {
        if (arguments is not [Name, .. var rest])
        {
            return null;
        }

        if (rest.Length > 0)
        {
            await errors.WriteLineAsync("Usage: health. It takes no options; the address is the program's own (ASPNETCORE_URLS, PORT).");
            return 2;
        }

        try
        {
            var address = new Uri(AddressOf(Settings()), "health/ready");
            using var client = new HttpClient { Timeout = s_patience };
            using var response = await client.GetAsync(address);
            await output.WriteLineAsync(Say(await response.Content.ReadAsStringAsync()));
            return response.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or SocketException or OperationCanceledException or InvalidOperationException or JsonException)
        {
            await errors.WriteLineAsync($"The program does not answer: {exception.Message}");
            return 1;
        }
    }

    /// <summary>Where the program of these settings is reached on this machine.</summary>
    internal static Uri AddressOf(IConfiguration settings)
    {
        var told = ListeningAddress.Find(settings)
            ?? (settings["http_ports"] is { Length: > 0 } ports ? $"http://*:{ports.Split(';')[0]}" : null)
            ?? settings.GetSection("Kestrel:Endpoints").GetChildren().Select(static endpoint => endpoint["Url"]).FirstOrDefault(static url => url?.StartsWith("http:", StringComparison.OrdinalIgnoreCase) == true)
            ?? "";
        var plain = told.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault(static url => url.StartsWith("http:", StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException("There is no http address to ask; health is asked over plain http on this machine.");
        var address = BindingAddress.Parse(plain);
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : address.Host;
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"http://{host}:{address.Port}/"));
    }

    private static IConfigurationRoot Settings() => new ConfigurationBuilder()
        .AddEnvironmentVariables("ASPNETCORE_")
        .AddEnvironmentVariables("DOTNET_")
        .AddEnvironmentVariables()
        .Build();

    private static string Say(string answer)
    {
        using var health = JsonDocument.Parse(answer);
        var troubles = health.RootElement.GetProperty("services").EnumerateObject()
            .Where(static service => service.Value.GetProperty("status").GetString() != ServiceHealth.HealthyStatus)
            .Select(static service => $"{service.Name}: {service.Value.GetProperty("detail").GetString()}");
        return string.Join(' ', troubles.Prepend($"{health.RootElement.GetProperty("status").GetString()}."));
    }
}
