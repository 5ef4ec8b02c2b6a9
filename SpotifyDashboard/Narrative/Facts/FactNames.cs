using System.Globalization;
using System.Text;

namespace SpotifyDashboard.Narrative.Facts;

/// <summary>Makes of a name, which anybody may have put into a catalogue, one line of plain text.</summary>
internal static class FactNames
{
    /// <summary>Longest name that is told, in UTF-16 units.</summary>
    public const int Longest = 60;

    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>
    /// The name without control characters, marks that turn the direction of text and other invisible ones, in one line and at most
    /// sixty characters long. Everything that can be seen stays as it is, quotation marks too.
    /// </summary>
    public static string Clean(string? name)
    {
        var clean = new StringBuilder(Longest);
        foreach (var rune in (name ?? "").EnumerateRunes())
        {
            if (IsBlank(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }

                continue;
            }

            if (!IsShown(rune))
            {
                continue;
            }

            if (clean.Length + rune.Utf16SequenceLength > Longest)
            {
                break;
            }

            clean.Append(rune);
        }

        return clean.ToString().TrimEnd(' ', (char)ZeroWidthJoiner, (char)ZeroWidthNonJoiner);
    }

    /// <summary>Line breaks and tabs are white space too.</summary>
    private static bool IsBlank(Rune rune) => Rune.IsWhiteSpace(rune);

    /// <summary>Joiners are kept, since letters of some scripts and many emoji are made with them; half a pair stands as the replacement character.</summary>
    private static bool IsShown(Rune rune) => rune.Value is ZeroWidthJoiner or ZeroWidthNonJoiner || (rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned));
}
