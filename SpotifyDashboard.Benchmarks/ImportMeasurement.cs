using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Ingest;
using SpotifyDashboard.Ingest.History;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fixtures;

namespace SpotifyDashboard.Benchmarks;

/// <summary>
/// Import rows per second and peak memory: <c>dotnet run -c Release --project SpotifyDashboard.Benchmarks -- import 300000 1000000</c>.
/// </summary>
/// <remarks>
/// No BenchmarkDotNet: an import takes seconds and its memory is the question as much as its time, so each run is a process of its own, which
/// reports its peak resident memory above what it held just before.
/// </remarks>
internal static class ImportMeasurement
{
    public const string Name = "import";

    private const string OnceName = "import-once";
    private const int Rounds = 5;

    public static async Task<bool> TryRunAsync(string[] args)
    {
        switch (args)
        {
            case [Name, .. var sizes]:
                foreach (var rows in sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture)))
                {
                    await MeasureAsync(rows);
                }

                return true;
            case [OnceName, var zip]:
                Console.WriteLine(await OnceAsync(zip));
                return true;
            default:
                return false;
        }
    }

    private static async Task MeasureAsync(int rows)
    {
        var folder = Directory.CreateTempSubdirectory("dashboard-import-");
        try
        {
            var zip = Path.Combine(folder.FullName, "my_spotify_data.zip");
            new ExtendedExportGenerator(seed: 42, tracks: 30_000).WriteZip(zip, rows);
            var runs = new List<(double RowsPerSecond, double Megabytes)>();
            for (var round = 0; round < Rounds; round++)
            {
                var line = await ChildAsync(zip);
                Console.WriteLine($"{rows:N0} rows, run {round + 1}: {line}");
                var values = line.Split(' ');
                runs.Add((double.Parse(values[0], CultureInfo.InvariantCulture), double.Parse(values[2], CultureInfo.InvariantCulture)));
            }

            var median = runs.OrderBy(run => run.RowsPerSecond).ElementAt(Rounds / 2).RowsPerSecond;
            var memory = runs.OrderBy(run => run.Megabytes).ElementAt(Rounds / 2).Megabytes;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows: median {median:N0} rows/s, peak {memory:N0} MB above idle"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> ChildAsync(string zip)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath ?? "dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ImportMeasurement).Assembly.Location);
        }

        start.ArgumentList.Add(OnceName);
        start.ArgumentList.Add(zip);
        using var child = Process.Start(start) ?? throw new InvalidOperationException("The measuring process did not start.");
        var output = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        return output.Trim();
    }

    /// <summary>One import into an empty database: "rows/s seconds megabytes".</summary>
    private static async Task<string> OnceAsync(string zip)
    {
        var folder = Directory.CreateTempSubdirectory("dashboard-import-once-");
        try
        {
            var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = folder.FullName });
            builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:Dashboard", "Data Source=dashboard.db")]);
            builder.Services.AddSingleton(TimeProvider.System);
            builder.Services.AddLogging();
            builder.Services.AddStorage();
            builder.Services.AddIngest();
            using var host = builder.Build();
            await host.Services.PrepareDatabaseAsync(CancellationToken.None);
            var listener = await host.Services.GetRequiredService<ListenerDirectory>().GetOrCreateOwnAsync(CancellationToken.None);
            var job = Guid.NewGuid();
            await using (var context = await host.Services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<DashboardDbContext>>().CreateDbContextAsync())
            {
                context.Jobs.Add(new JobRow { Id = job, ListenerId = listener, Kind = "import", State = "running" });
                await context.SaveChangesAsync();
            }

            var before = Memory("VmRSS");
            var clock = Stopwatch.StartNew();
            var result = await host.Services.GetRequiredService<HistoryImporter>().RunAsync(
                job, listener, [new ImportInput(zip, Path.GetFileName(zip))], static _ => { }, CancellationToken.None);
            clock.Stop();
            if (!result.Balances || result.Total.Added == 0)
            {
                throw new InvalidOperationException("The import did not come out right, so its speed says nothing.");
            }

            return string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Total.Read / clock.Elapsed.TotalSeconds:F0} {clock.Elapsed.TotalSeconds:F2} {Memory("VmHWM") - before:F0}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A figure of the kernel's account of this process, in megabytes; of the runtime's where there is no such account.</summary>
    private static double Memory(string figure)
    {
        const string Account = "/proc/self/status";
        if (!File.Exists(Account))
        {
            return Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0;
        }

        var line = File.ReadLines(Account).First(line => line.StartsWith(figure, StringComparison.Ordinal));
        return long.Parse(line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024.0;
    }
}
