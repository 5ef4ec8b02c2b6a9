using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Writing.Templates;

/// <summary>Chooses among phrases: always the same for the same listener, days and tone, differently for the next week.</summary>
/// <remarks>FNV-1a over a text: unlike <see cref="string.GetHashCode()"/> it is the same in every process.</remarks>
internal readonly struct PhraseDice(NarrativeFacts facts, NarrativeTone tone)
{
    private const ulong Basis = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;

    private readonly string _seed = FormattableString.Invariant($"{facts.ListenerId}|{facts.Days.From:O}|{facts.Days.To:O}|{tone}");

    /// <summary>A number from 0 to <paramref name="sides"/> − 1.</summary>
    /// <param name="what">What is chosen; another name throws anew.</param>
    /// <param name="sides">How many there are to choose from, at least 1.</param>
    public int Throw(string what, int sides)
    {
        var hash = Basis;
        foreach (var c in _seed + "|" + what)
        {
            hash = (hash ^ c) * Prime;
        }

        // The low bits of FNV-1a follow the last letters closely; folding the high ones in spreads them.
        return (int)(((hash >> 32) ^ hash) % 4_294_967_291 % (ulong)sides);
    }
}
