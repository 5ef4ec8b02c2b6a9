namespace SpotifyDashboard.Lyrics.Reading;

/// <summary>Letters of a text by script.</summary>
internal readonly record struct Letters(int All, int Latin, int Cyrillic, int Greek, int Hebrew, int Thai, int Hangul, int Kana, int Han)
{
    /// <summary>Counts them.</summary>
    public static Letters Count(string text)
    {
        var (all, latin, cyrillic, greek, hebrew, thai, hangul, kana, han) = (0, 0, 0, 0, 0, 0, 0, 0, 0);
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
            {
                continue;
            }

            all++;
            switch (c)
            {
                case <= '\u024F' or (>= '\u1E00' and <= '\u1EFF'):
                    latin++;
                    break;
                case >= '\u0370' and <= '\u03FF':
                    greek++;
                    break;
                case >= '\u0400' and <= '\u052F':
                    cyrillic++;
                    break;
                case >= '\u0590' and <= '\u05FF':
                    hebrew++;
                    break;
                case >= '\u0E00' and <= '\u0E7F':
                    thai++;
                    break;
                case >= '\u3040' and <= '\u30FF':
                    kana++;
                    break;
                case (>= '\u1100' and <= '\u11FF') or (>= '\uAC00' and <= '\uD7AF'):
                    hangul++;
                    break;
                case (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF'):
                    han++;
                    break;
                default:
                    break;
            }
        }

        return new Letters(all, latin, cyrillic, greek, hebrew, thai, hangul, kana, han);
    }

    /// <summary>What share of all letters <paramref name="some"/> are.</summary>
    public double Share(int some) => All == 0 ? 0 : (double)some / All;
}
