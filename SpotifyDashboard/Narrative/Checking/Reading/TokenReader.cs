using System.Globalization;
using System.Text;

namespace SpotifyDashboard.Narrative.Checking.Reading;

/// <summary>Cuts a text into words, numbers and marks. Never fails, whatever the text; its time grows with the text's length only.</summary>
internal static class TokenReader
{
    /// <summary>The tokens in order.</summary>
    public static List<Token> Read(string text)
    {
        var tokens = new List<Token>();
        var (hasSpace, hasHyphen, hasApostrophe) = (true, false, false);
        for (var at = 0; at < text.Length;)
        {
            if (IsBlank(text[at]))
            {
                (hasSpace, hasHyphen, hasApostrophe) = (true, false, false);
                at++;
                continue;
            }

            var next = DigitReader.At(text, at) ?? WordAt(text, at) ?? MarkAt(text, at);
            at = next.End;
            if (IsJoint(next, hasSpace, text))
            {
                (hasHyphen, hasApostrophe) = (!IsApostrophe(text[next.Start]), IsApostrophe(text[next.Start]));
                continue;
            }

            tokens.Add(next with { HasSpaceBefore = hasSpace, HasHyphenBefore = hasHyphen, HasApostropheBefore = hasApostrophe });
            (hasSpace, hasHyphen, hasApostrophe) = (false, false, false);
        }

        return tokens;
    }

    /// <summary>Whether this is an apostrophe in any of its shapes.</summary>
    public static bool IsApostrophe(char character) => character is '\'' or '’' or '‘' or 'ʼ' or '′';

    private static bool IsBlank(char character) => char.IsWhiteSpace(character) || char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format;

    /// <summary>A hyphen or apostrophe between two letters joins them; "20-22" and "- " do not.</summary>
    private static bool IsJoint(Token token, bool hasSpaceBefore, string text) =>
        token.Kind == TokenKind.Mark
        && !hasSpaceBefore
        && token.Start > 0
        && token.End < text.Length
        && (IsApostrophe(text[token.Start]) || text[token.Start] is '-' or '‐' or '‑')
        && char.IsLetterOrDigit(text[token.Start - 1])
        && char.IsLetter(text[token.End]);

    private static Token? WordAt(string text, int start)
    {
        var at = start;
        while (LetterLength(text, at, at > start) is > 0 and var length)
        {
            at += length;
        }

        if (at == start)
        {
            return null;
        }

        // "a.m.", "R.E.M.", "z.B.": single letters with dots are one word.
        if (at == start + 1 && AbbreviationEnd(text, start) is > 0 and var end)
        {
            return new Token(TokenKind.Word, Folding.Of(text[start..end].Replace(".", "", StringComparison.Ordinal)), start, end) { IsCapital = char.IsUpper(text[start]) };
        }

        return new Token(TokenKind.Word, Folding.Of(text[start..at]), start, at) { IsCapital = IsUpper(text, start) };
    }

    private static bool IsUpper(string text, int at) => CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter;

    /// <summary>Digits belong to a word that has begun: "blink182".</summary>
    private static int LetterLength(string text, int at, bool hasBegun)
    {
        if (at >= text.Length)
        {
            return 0;
        }

        if (!Rune.TryGetRuneAt(text, at, out var rune))
        {
            return 0;
        }

        var isPart = Rune.IsLetter(rune) || (hasBegun && (Rune.IsDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark));
        return isPart ? rune.Utf16SequenceLength : 0;
    }

    private static int AbbreviationEnd(string text, int start)
    {
        var at = start;
        while (at + 1 < text.Length && char.IsLetter(text[at]) && text[at + 1] == '.' && (at + 2 >= text.Length || !char.IsLetter(text[at + 2]) || (at + 3 < text.Length && text[at + 3] == '.')))
        {
            at += 2;
        }

        return at - start >= 4 ? at : 0;
    }

    private static Token MarkAt(string text, int at)
    {
        var length = Rune.TryGetRuneAt(text, at, out var rune) ? rune.Utf16SequenceLength : 1;
        var mark = text.Substring(at, length);
        return new Token(TokenKind.Mark, mark switch { "％" or "٪" or "﹪" => "%", "“" or "”" or "„" or "«" or "»" or "‟" => "\"", "–" or "—" or "―" or "−" => "-", _ => mark }, at, at + length);
    }
}
