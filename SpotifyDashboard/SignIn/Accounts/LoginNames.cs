using System.Text;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>The names people sign in with: as they are stored, compared and refused.</summary>
internal static class LoginNames
{
    private const int Shortest = 2;
    private const int Longest = 64;

    /// <summary>The name as it is stored: without blanks around it, in small letters, in one form of writing; empty where it can be nobody's.</summary>
    public static string Normalise(string? name)
    {
        var told = (name ?? "").Trim();
        if (told.Length > 4 * Longest)
        {
            return "";
        }

        try
        {
            return told.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair: a name that nobody has.
            return "";
        }
    }

    /// <summary>Why a name can't be had, in a sentence; null where it can.</summary>
    /// <param name="normalised">The name as <see cref="Normalise"/> writes it.</param>
    public static string? WhyRefused(string normalised) =>
        normalised.Length is < Shortest or > Longest ? $"A name to sign in with has {Shortest} to {Longest} characters."
        : normalised.All(static letter => char.IsLetterOrDigit(letter) || letter is '.' or '_' or '-' or '@' or '+') ? null
        : "A name to sign in with is made of letters, digits and . _ - @ +, without blanks.";
}
