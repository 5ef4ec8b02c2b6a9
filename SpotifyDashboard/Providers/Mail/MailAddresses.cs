using System.Net.Mail;

namespace SpotifyDashboard.Providers.Mail;

/// <summary>Which addresses letters can be sent to.</summary>
public static class MailAddresses
{
    private const int Longest = 254;

    /// <summary>Why <paramref name="address"/> can't be used, in a sentence for whoever typed it; null where it can.</summary>
    /// <remarks>One bare address of ASCII letters: names in front, several addresses, line ends and blanks are refused, so that none ends up in a header.</remarks>
    public static string? WhyNot(string? address)
    {
        if (string.IsNullOrEmpty(address))
        {
            return "Enter an address, for example you@example.org.";
        }

        if (address.Length > Longest || !address.All(static c => char.IsAscii(c) && !char.IsControl(c) && c is not (' ' or ',' or ';' or '<' or '>' or '"' or '(' or ')' or '\\')))
        {
            return "Enter one address of plain letters, for example you@example.org, without a name before it.";
        }

        return MailAddress.TryCreate(address, out var parsed) && parsed.Address == address && parsed.Host.Length > 0 && parsed.User.Length is > 0 and <= 64
            ? null
            : "That is no mail address; you@example.org would be one.";
    }
}
