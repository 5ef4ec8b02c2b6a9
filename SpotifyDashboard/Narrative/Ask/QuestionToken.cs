namespace SpotifyDashboard.Narrative.Ask;

/// <summary>A word or number of a question.</summary>
/// <param name="Text">Folded: lower case, no accents.</param>
/// <param name="Start">Where it begins in <see cref="QuestionText.Folded"/>.</param>
/// <param name="End">Where it ends there, excluded.</param>
internal readonly record struct QuestionToken(string Text, int Start, int End)
{
    /// <summary>The number it is, with or without an ending such as "5th"; null where it is none.</summary>
    public int? Number
    {
        get
        {
            var digits = Text.AsSpan().IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : Text.Length;
            return digits is > 0 and <= 4 && (digits == Text.Length || Text[digits..] is "st" or "nd" or "rd" or "th")
                ? int.Parse(Text.AsSpan(0, digits), System.Globalization.CultureInfo.InvariantCulture)
                : null;
        }
    }

    /// <summary>The year it is, 1900 to 2199; null where it is none.</summary>
    public int? Year => Text.Length == 4 && Number is >= 1900 and < 2200 ? Number : null;
}
