using System.Text;
using System.Text.RegularExpressions;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Survey.Songs;

/// <summary>How alike two names are, slips of the pen forgiven: 1 for the same, 0 for nothing in common.</summary>
/// <remarks>
/// One minus the optimal string alignment distance (insert, delete, replace, swap of neighbours: Damerau 1964, without editing a stretch
/// twice) over the longer length, after <see cref="NameFold"/> and without punctuation and a leading "the". Bounds: a few hundred characters.
/// </remarks>
internal static partial class Spelling
{
    private const int Longest = 200;

    /// <summary>The likeness of two texts made plain by <see cref="Plain"/>.</summary>
    public static double Likeness(string one, string other)
    {
        if (one.Length == 0 || other.Length == 0)
        {
            return 0;
        }

        return one == other ? 1 : 1 - ((double)Distance(one, other) / Math.Max(one.Length, other.Length));
    }

    /// <summary>The most that <see cref="Likeness"/> can be, by the lengths alone.</summary>
    public static double Bound(string one, string other) =>
        one.Length == 0 || other.Length == 0 ? 0 : (double)Math.Min(one.Length, other.Length) / Math.Max(one.Length, other.Length);

    /// <summary>A name as it is compared: folded, letters and digits with single spaces, no apostrophes, no leading "the".</summary>
    public static string Plain(string name)
    {
        var plain = new StringBuilder(Math.Min(name.Length, Longest));
        foreach (var c in NameFold.Of(name.Length > Longest ? name[..Longest] : name))
        {
            if (char.IsLetterOrDigit(c))
            {
                plain.Append(c);
            }
            else if (c != '\'' && plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(c == '&' ? "and " : " ");
            }
        }

        var text = plain.ToString().Trim();
        return text.StartsWith("the ", StringComparison.Ordinal) && text.Length > 4 ? text[4..] : text;
    }

    /// <summary>A title without what releases add to it: guests, "remastered 2011", "radio edit", anything in brackets.</summary>
    public static string WithoutAdditions(string title)
    {
        var bare = Addition().Replace(title, "").Trim();
        return bare.Length == 0 ? title : bare;
    }

    private static int Distance(string one, string other)
    {
        var before = new int[other.Length + 1];
        var last = new int[other.Length + 1];
        var row = new int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return last[other.Length];
    }

    [GeneratedRegex(@"\s*[\(\[][^\(\)\[\]]*[\)\]]|\s+-\s+.*$|\s+(feat|ft|featuring)\.?\s.*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Addition();
}
