using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace SpotifyDashboard.Benchmarks.Circuits;

/// <summary>
/// Many tabs that click through periods: <c>-- circuits http://127.0.0.1:5080/ PID [tabs] [seconds]</c> against a program that runs. Loopback only.
/// </summary>
/// <remarks>Speaks the circuit's protocol over <c>ClientWebSocket</c>; nothing is drawn, so it measures the server. A click is over with the last change sent before a quarter of a second of silence.</remarks>
internal static class CircuitsMeasurement
{
    private const string Name = "circuits";
    private const int PauseMs = 4000;

    private static readonly string[] s_pages = ["/", "/stats", "/stats?section=taste", "/top20", "/stats?section=habits", "/stats?section=discovery"];

    public static async Task<bool> TryRunAsync(string[] args)
    {
        if (args is not [Name, var address, var process, .. var sizes])
        {
            return false;
        }

        var server = new Uri(address);
        if (!server.IsLoopback)
        {
            throw new ArgumentException("Load goes to this machine only.", nameof(args));
        }

        await RunAsync(server, int.Parse(process, CultureInfo.InvariantCulture), Size(sizes, 0, otherwise: 200), TimeSpan.FromSeconds(Size(sizes, 1, otherwise: 300)));
        return true;
    }

    private static int Size(string[] sizes, int place, int otherwise) => sizes.Length > place ? int.Parse(sizes[place], CultureInfo.InvariantCulture) : otherwise;

    private static async Task RunAsync(Uri server, int process, int tabs, TimeSpan duration)
    {
        using var http = new HttpClient();
        List<CircuitClient> clients = [];
        Console.WriteLine($"before: {MegabytesOf(process):N0} MB");
        for (var tab = 0; tab < tabs; tab++)
        {
            var client = new CircuitClient(server);
            await client.OpenAsync(http, PageOf(tab));
            clients.Add(client);
        }

        Console.WriteLine($"{tabs} tabs open: {MegabytesOf(process):N0} MB, {clients.Sum(client => client.Errors.Count)} errors");
        var clicks = new ConcurrentBag<double>();
        var begun = Stopwatch.GetTimestamp();
        var work = Task.WhenAll(clients.Select((client, tab) => ClickAsync(client, PageOf(tab), new Random(tab), begun, duration, clicks)));
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(TimeSpan.FromSeconds(30)));
            Console.WriteLine($"{Stopwatch.GetElapsedTime(begun).TotalSeconds:N0} s: {clicks.Count:N0} clicks, {MegabytesOf(process):N0} MB");
        }

        await work;
        Report([.. clicks.Order()], clients);
        foreach (var client in clients)
        {
            await client.DisposeAsync();
        }
    }

    private static string PageOf(int tab) => s_pages[tab % s_pages.Length];

    private static async Task ClickAsync(CircuitClient client, string page, Random random, long begun, TimeSpan duration, ConcurrentBag<double> clicks)
    {
        await Task.Delay(random.Next(PauseMs));
        while (Stopwatch.GetElapsedTime(begun) < duration && client.Errors.Count == 0)
        {
            clicks.Add((await client.ClickAsync(AddressOf(page, random))).TotalMilliseconds);
            await Task.Delay((PauseMs / 2) + random.Next(PauseMs));
        }
    }

    /// <summary>A period as people choose them: everything, a year, a month, a week, a day.</summary>
    private static string AddressOf(string page, Random random)
    {
        var year = 2014 + random.Next(12);
        var month = 1 + random.Next(12);
        var day = new DateOnly(year, month, 1 + random.Next(28));
        (DateOnly? from, DateOnly? to) = random.Next(5) switch
        {
            0 => ((DateOnly?)null, (DateOnly?)null),
            1 => (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)),
            2 => (new DateOnly(year, month, 1), new DateOnly(year, month, 1).AddMonths(1).AddDays(-1)),
            3 => (day.AddDays(-6), day),
            _ => (day, day),
        };
        return from is null ? page : string.Create(CultureInfo.InvariantCulture, $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}");
    }

    private static void Report(double[] clicks, List<CircuitClient> clients)
    {
        Console.WriteLine($"{clicks.Length:N0} clicks: median {At(0.5):N0} ms, p95 {At(0.95):N0} ms, p99 {At(0.99):N0} ms, worst {clicks[^1]:N0} ms");
        foreach (var error in clients.SelectMany(client => client.Errors).GroupBy(error => error, StringComparer.Ordinal))
        {
            Console.WriteLine($"{error.Count()} × {error.Key}");
        }

        double At(double share) => clicks[Math.Min(clicks.Length - 1, (int)(clicks.Length * share))];
    }

    private static long MegabytesOf(int process)
    {
        using var running = Process.GetProcessById(process);
        return running.WorkingSet64 / 1_000_000;
    }
}
