using System.Globalization;

namespace SpotifyDashboard.Benchmarks.Chaos;

/// <summary>What a chaos run is asked for.</summary>
internal sealed record ChaosOptions(double Minutes, bool IsPostgres, int Replicas, int Seed)
{
    public const string Usage = "Usage: chaos --minutes N --database sqlite|postgres [--replicas 3] [--seed S]";

    private static readonly string[] s_names = ["--minutes", "--database", "--replicas", "--seed"];

    /// <summary>Reads the arguments behind the command's name; null where they are wrong.</summary>
    public static ChaosOptions? Parse(IReadOnlyList<string> arguments)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < arguments.Count; i += 2)
        {
            given[arguments[i]] = arguments[i + 1];
        }

        var culture = CultureInfo.InvariantCulture;
        if (arguments.Count % 2 != 0
            || given.Keys.Except(s_names, StringComparer.Ordinal).Any()
            || !double.TryParse(given.GetValueOrDefault("--minutes", "30"), culture, out var minutes)
            || given.GetValueOrDefault("--database", "sqlite") is not { } database
            || database is not ("sqlite" or "postgres")
            || !int.TryParse(given.GetValueOrDefault("--replicas", database == "postgres" ? "3" : "1"), culture, out var replicas)
            || !int.TryParse(given.GetValueOrDefault("--seed", "1"), culture, out var seed)
            || minutes <= 0
            || replicas < 1
            || (database == "sqlite" && replicas > 1))
        {
            return null;
        }

        return new ChaosOptions(minutes, database == "postgres", replicas, seed);
    }
}
