using System.Collections.Frozen;

namespace SpotifyDashboard.Narrative.Checking.Wording;

/// <summary>Reads numbers that German, Dutch and Italian write as one word: zweiundzwanzig, tweeëntwintig, ventidue.</summary>
internal static class CompoundNumbers
{
    private const int LongestWord = 60;
    private const int Hundred = 100;

    private static readonly FrozenDictionary<string, double> s_german = Parts("ein=1 eins=1 zwei=2 drei=3 vier=4 funf=5 fuenf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwolf=12 zwoelf=12 sech=6 sieb=7 zwanzig=20 dreissig=30 dreizig=30 vierzig=40 funfzig=50 fuenfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90 hundert=100 tausend=1000 und=0");
    private static readonly FrozenDictionary<string, double> s_dutch = Parts("een=1 twee=2 drie=3 vier=4 vijf=5 zes=6 zeven=7 acht=8 negen=9 tien=10 elf=11 twaalf=12 dertien=13 veertien=14 twintig=20 dertig=30 veertig=40 vijftig=50 zestig=60 zeventig=70 tachtig=80 negentig=90 honderd=100 duizend=1000 en=0");
    private static readonly FrozenDictionary<string, double> s_italian = Parts("uno=1 un=1 due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 undici=11 dodici=12 tredici=13 quattordici=14 quindici=15 sedici=16 diciassette=17 diciotto=18 diciannove=19 venti=20 vent=20 trenta=30 trent=30 quaranta=40 quarant=40 cinquanta=50 cinquant=50 sessanta=60 sessant=60 settanta=70 settant=70 ottanta=80 ottant=80 novanta=90 novant=90 cento=100 cent=100 mille=1000 mila=1000");

    /// <summary>The number that a word is made of in a language; null where it is none.</summary>
    /// <param name="language">Two-letter code.</param>
    /// <param name="word">Folded.</param>
    public static double? Read(string language, string word) => word.Length > LongestWord ? null : language switch
    {
        "de" => Sum(s_german, word),
        "nl" => Sum(s_dutch, word),
        "it" => Sum(s_italian, word),
        _ => null,
    };

    private static FrozenDictionary<string, double> Parts(string list) => list.Split(' ').Select(static part => part.Split('=')).ToFrozenDictionary(
        static part => part[0], static part => double.Parse(part[1], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private static double? Sum(FrozenDictionary<string, double> parts, string word)
    {
        if (Cut(parts, word) is not { Count: > 1 } values)
        {
            return null;
        }

        var (total, current) = (0.0, 0.0);
        foreach (var value in values)
        {
            if (value == Hundred)
            {
                var units = current % Hundred;
                current = current - units + (Math.Max(1, units) * Hundred);
            }
            else if (value > Hundred)
            {
                total += Math.Max(1, current) * value;
                current = 0;
            }
            else
            {
                current += value;
            }
        }

        return total + current;
    }

    /// <summary>The parts of the word from its end, longest last part first, found by looking from every place once.</summary>
    private static List<double>? Cut(FrozenDictionary<string, double> parts, string word)
    {
        var reached = new List<double>?[word.Length + 1];
        reached[0] = [];
        for (var at = 0; at < word.Length; at++)
        {
            if (reached[at] is not { } before)
            {
                continue;
            }

            foreach (var (part, value) in parts)
            {
                if (string.CompareOrdinal(word, at, part, 0, part.Length) == 0 && reached[at + part.Length] is null)
                {
                    reached[at + part.Length] = [.. before, value];
                }
            }
        }

        return reached[word.Length];
    }
}
