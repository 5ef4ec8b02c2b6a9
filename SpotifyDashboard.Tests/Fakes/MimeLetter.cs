using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>A letter read back as a mail program reads it (RFC 5322, 2045 to 2047), and what is wrong with it.</summary>
internal sealed partial class MimeLetter
{
    private MimeLetter()
    {
    }

    /// <summary>Headers with encoded words decoded; names in lower case.</summary>
    public Dictionary<string, string> Headers { get; private init; } = [];

    public string Text { get; private set; } = "";

    public string Html { get; private set; } = "";

    /// <summary>What the RFCs forbid.</summary>
    public List<string> Faults { get; } = [];

    public string Subject => Headers.GetValueOrDefault("subject", "");

    public static MimeLetter Read(string raw)
    {
        var (headers, body, repeated) = Split(raw);
        var letter = new MimeLetter { Headers = headers };
        letter.Faults.AddRange(repeated.Select(static name => $"header {name} twice"));
        letter.Faults.AddRange(new[] { "from", "to", "date", "subject", "message-id", "mime-version", "content-type" }.Where(name => !headers.ContainsKey(name)).Select(static name => $"no header {name}"));
        var boundary = Boundary().Match(headers.GetValueOrDefault("content-type", "")) is { Success: true } match ? match.Groups["mark"].Value : null;
        if (boundary is null || !headers["content-type"].StartsWith("multipart/alternative", StringComparison.OrdinalIgnoreCase))
        {
            letter.Faults.Add("no multipart/alternative");
            return letter;
        }

        var parts = body.Split($"--{boundary}");
        if (parts.Length != 4 || !parts[^1].StartsWith("--", StringComparison.Ordinal))
        {
            letter.Faults.Add($"{parts.Length - 2} parts, or no end");
            return letter;
        }

        letter.Text = letter.ReadPart(parts[1].TrimStart('\r', '\n'), "text/plain");
        letter.Html = letter.ReadPart(parts[2].TrimStart('\r', '\n'), "text/html");
        return letter;
    }

    private string ReadPart(string raw, string type)
    {
        var (headers, body, _) = Split(raw);
        var told = headers.GetValueOrDefault("content-type", "");
        if (!told.StartsWith(type, StringComparison.OrdinalIgnoreCase) || !told.Contains("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            Faults.Add($"{told} where {type} was expected");
        }

        body = body.EndsWith("\r\n", StringComparison.Ordinal) ? body[..^2] : body;
        switch (headers.GetValueOrDefault("content-transfer-encoding", "").ToLowerInvariant())
        {
            case "quoted-printable":
                if (body.Split("\r\n").Any(static line => line.Length > 76))
                {
                    Faults.Add("a quoted-printable line of more than 76 characters");
                }

                return Encoding.UTF8.GetString(Unquote(body.Replace("=\r\n", "", StringComparison.Ordinal)));
            case "base64":
                return Encoding.UTF8.GetString(Convert.FromBase64String(body.ReplaceLineEndings("")));
            case var other:
                Faults.Add($"transfer encoding '{other}'");
                return body;
        }
    }

    private static byte[] Unquote(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                bytes.Add((byte)text[i]);
            }
        }

        return [.. bytes];
    }

    private static (Dictionary<string, string> Headers, string Body, List<string> Repeated) Split(string raw)
    {
        var end = raw.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        var repeated = new List<string>();
        foreach (var line in Folded().Replace(end < 0 ? raw : raw[..end], " ").Split("\r\n"))
        {
            if (line.Split(':', 2) is [var name, var value] && !headers.TryAdd(name.Trim().ToLowerInvariant(), Decoded(value.Trim())))
            {
                repeated.Add(name);
            }
        }

        return (headers, end < 0 ? "" : raw[(end + 4)..], repeated);
    }

    private static string Decoded(string value) => Word().Replace(BetweenWords().Replace(value, "?==?"), static word =>
    {
        var bytes = word.Groups["way"].Value is "B" or "b"
            ? Convert.FromBase64String(word.Groups["text"].Value)
            : Unquote(word.Groups["text"].Value.Replace('_', ' '));
        return Encoding.UTF8.GetString(bytes);
    });

    [GeneratedRegex("\r\n[ \t]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Folded();

    [GeneratedRegex("boundary=\"?(?<mark>[^\";]+)\"?", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?utf-8\?(?<way>[BQ])\?(?<text>[^?]*)\?=", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
