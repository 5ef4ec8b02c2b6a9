using System.Globalization;
using System.Text;

namespace SpotifyDashboard.Survey.Columns;

/// <summary>What is shown of a name.</summary>
internal static class NameGuise
{
    private const int MostInitials = 3;

    /// <summary>The first letters of up to three words, upper case; empty where the name has neither letter nor digit.</summary>
    public static string InitialsOf(string name)
    {
        var initials = new StringBuilder(MostInitials);
        foreach (var word in name.Split([' ', '-', '.', '_', '\''], StringSplitOptions.RemoveEmptyEntries).Take(MostInitials))
        {
            foreach (var rune in word.EnumerateRunes().Where(Rune.IsLetterOrDigit).Take(1))
            {
                initials.Append(Rune.ToUpper(rune, CultureInfo.InvariantCulture).ToString());
            }
        }

        return initials.ToString();
    }
}
