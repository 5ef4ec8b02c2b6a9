using SpotifyDashboard.Narrative.Checking.Reading;
using SpotifyDashboard.Narrative.Checking.Wording;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Checking.Claims;

/// <summary>Finds places in lists: "your top artist", "number two", "came second".</summary>
internal static class RankFinder
{
    private const int RoleWithin = 4;

    /// <summary>The place that is spoken of at a token; null where none is. Its value is 0 for the last one.</summary>
    public static Claim? At(SentenceReading sentence, int at)
    {
        if (sentence.Tokens[at] is { Kind: TokenKind.Mark, Folded: "#" } || sentence.Is(at, MeaningKind.PlaceCue))
        {
            var next = sentence.ItemAt(at)?.End ?? at + 1;
            while (next < sentence.Count && sentence.Tokens[next].Is("."))
            {
                next++;
            }

            return next < sentence.Count && NumberComposer.At(sentence, next) is { IsShare: false, Value: >= 1 and <= 100 } number && !sentence.Is(number.End, MeaningKind.Unit)
                ? new Claim(ClaimKind.Rank, at, number.End) { Value = number.Value, Role = RoleNear(sentence, at, number.End) }
                : null;
        }

        if (sentence.ItemAt(at) is not { } item || item.Is(MeaningKind.Quantifier))
        {
            return null;
        }

        if (item.As(MeaningKind.Place) is { } place)
        {
            return new Claim(ClaimKind.Rank, at, item.End) { Value = place.Value == "last" ? 0 : place.Number, Role = RoleNear(sentence, at, item.End) };
        }

        return item.As(MeaningKind.Top) is not null && !IsTopOfSeveral(sentence, item.End)
            ? new Claim(ClaimKind.Rank, at, RoleEnd(sentence, item.End)) { Value = 1, Role = RoleNear(sentence, at, item.End) }
            : null;
    }

    /// <summary>"top five", "top artists": a list, no place.</summary>
    private static bool IsTopOfSeveral(SentenceReading sentence, int at) =>
        at < sentence.Count && (NumberComposer.At(sentence, at) is not null || (sentence.ItemAt(at)?.As(MeaningKind.Unit) is not null && !sentence.Is(at, MeaningKind.Role)));

    private static int RoleEnd(SentenceReading sentence, int at) => sentence.ItemAt(at) is { } item && item.Is(MeaningKind.Role) ? item.End : at;

    private static FactNameKind? RoleNear(SentenceReading sentence, int start, int end)
    {
        for (var at = end; at < Math.Min(sentence.Count, end + RoleWithin); at++)
        {
            if (sentence.Tokens[at].Kind == TokenKind.Mark || sentence.MentionAt(at) is { IsSoft: false } || sentence.Is(at, MeaningKind.Copula))
            {
                break;
            }

            if (sentence.ItemAt(at)?.As(MeaningKind.Role) is { } role)
            {
                return Enum.Parse<FactNameKind>(role.Value);
            }
        }

        return sentence.ItemBefore(start)?.As(MeaningKind.Role) is { } before ? Enum.Parse<FactNameKind>(before.Value) : null;
    }
}
