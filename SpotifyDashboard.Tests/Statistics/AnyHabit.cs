using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Tests.Listening;

namespace SpotifyDashboard.Tests.Statistics;

/// <summary>A view of plays that come in evenings, weeks of obsession and returns after years, made from a seed; equal moments and equal names among them.</summary>
internal static class AnyHabit
{
    private const int Views = 300;
    private const long MinuteMs = 60_000;
    private const long DayMs = 24 * 60 * MinuteMs;
    private const long FirstMs = 1_225_000_000_000; // 2008-10-26

    private static readonly string[] s_zones = ["UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia"];

    /// <summary>Checks <paramref name="holds"/> for three hundred views.</summary>
    public static void Check(Action<ListeningView> holds) => Prop
        .ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), seed => holds(Of(seed)))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(Views));

    /// <summary>The view that <paramref name="seed"/> makes.</summary>
    public static ListeningView Of(int seed)
    {
        var random = new Random(seed);
        var log = new LogOf();
        HashSet<int> played = [];
        var at = FirstMs;
        for (var burst = random.Next(14); burst > 0; burst--)
        {
            at += random.Next(4) == 0 ? random.Next(170, 190) * DayMs : random.Next(10 * 24) * 60 * MinuteMs;
            at = AddBurst(random, log, played, at);
        }

        if (played.Contains(0))
        {
            log.AreOne("Alpha - Again", "Alpha - Song");
        }

        var from = new DateOnly(2008, 10, 25).AddDays(random.Next(1200));
        var period = random.Next(4) switch
        {
            0 => Period.Everything,
            1 => new Period(from, To: null),
            2 => new Period(From: null, from),
            _ => new Period(from, from.AddDays(random.Next(2) == 0 ? random.Next(3) : random.Next(900))),
        };
        return LogOf.ViewOf(log.Build(), s_zones[random.Next(s_zones.Length)], period, (CountingRule)random.Next(3), from.AddDays(random.Next(-30, 900)));
    }

    private static long AddBurst(Random random, LogOf log, HashSet<int> played, long at)
    {
        var favourite = random.Next(6);
        var tightness = random.Next(3) switch { 0 => 4, 1 => 90, _ => 1500 };
        for (var play = random.Next(1, 25); play > 0; play--)
        {
            var track = random.Next(3) == 0 ? random.Next(6) : favourite;
            played.Add(track);
            log.Play(at, random.Next(5) == 0 ? random.Next(40_000) : random.Next(30_000, 400_000), Name(track), Album(track), track == 5 ? null : 200_000);
            at += random.Next(8) == 0 ? 0 : random.Next(tightness) * MinuteMs;
        }

        return at;
    }

    private static string Name(int track) => track switch
    {
        0 => "Alpha - Song",
        1 => "Beta - Song",
        2 => "Alpha - Again",
        _ => string.Create(CultureInfo.InvariantCulture, $"{(track % 2 == 0 ? "Alpha" : "Gamma")} - Other {track}"),
    };

    private static string? Album(int track) => track == 3 ? null : track < 2 ? "One" : "Two";
}
