using System.Collections.Immutable;
using SpotifyDashboard.Narrative.Checking.Evidence;
using SpotifyDashboard.Narrative.Checking.Reading;
using SpotifyDashboard.Narrative.Checking.Wording;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Checking.Claims;

/// <summary>Binds numbers to names by where they stand: "A with 214 plays and B with 120", "214 plays for A", "A and B with 214 and 120".</summary>
internal sealed class Binder
{
    private const int HandedWithin = 4;
    private const int ShareHandedWithin = 8;

    private static readonly string[] s_subjects = ["you", "du", "tu", "vous", "voce", "je", "jij", "i"];

    private static readonly string[] s_second = ["you", "your", "du", "dein", "deine", "deiner", "deinen", "deinem", "dir", "dich", "tu", "ton", "ta", "tes", "vous", "votre", "vos", "tus", "usted", "tuo", "tua", "tuoi", "tue", "voce", "seu", "sua", "seus", "suas", "je", "jouw", "jij"];
    private static readonly string[] s_wholes = ["of", "all", "total", "in", "over", "across", "out", "von", "insgesamt", "aller", "sur", "de", "sobre", "di", "su", "van", "binnen", "within", "your", "deiner", "deinen", "tes", "tus", "during"];

    private readonly SentenceReading _sentence;
    private readonly List<Mention> _mentions;
    private readonly List<Claim> _amounts;

    /// <summary>Prepares a sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="claims">Its claims.</param>
    /// <param name="entities">What the facts name.</param>
    public Binder(SentenceReading sentence, IReadOnlyList<Claim> claims, EntityBook entities)
    {
        _sentence = sentence;
        _amounts = [.. claims.Where(static claim => claim.Kind is ClaimKind.Amount or ClaimKind.Multiple)];
        _mentions = [.. sentence.Mentions
            .Concat(claims.Where(static claim => claim is { Kind: ClaimKind.Rank, Role: not null }).Select(claim => RoleOf(claim, entities)).OfType<Mention>())
            .Concat(sentence.Mentions.Count > 0 ? [] : claims.Where(static claim => claim is { Kind: ClaimKind.Rank, Role: null }).Select(claim => AnyOf(claim, entities)).OfType<Mention>())
            .OrderBy(static mention => mention.Start)];
    }

    /// <summary>The names of the sentence, those by their place among them.</summary>
    public IReadOnlyList<Mention> Mentions => _mentions;

    /// <summary>Whose number a claim's is.</summary>
    public Binding Of(Claim claim)
    {
        var before = _mentions.LastOrDefault(mention => mention.End <= claim.Start);
        var after = _mentions.FirstOrDefault(mention => mention.Start >= claim.End);
        if (Listed(claim) is { } listed)
        {
            return listed;
        }

        if (after is not null && IsHanded(claim, after))
        {
            return new Binding([.. after.Entities, .. after.IsSoft && before is not null ? before.Entities : []], after.IsSoft, GroupFrom(after, 1));
        }

        if (before is null)
        {
            return new Binding(after?.Entities ?? [], true, after is null ? [] : GroupFrom(after, 1));
        }

        var owners = before.Entities.ToBuilder();
        for (var index = _mentions.IndexOf(before); index > 0 && (_mentions[index].IsSoft || _mentions[index].IsRole || IsCompared(_mentions[index]) || IsAuthor(_mentions[index])); index--)
        {
            owners.AddRange(_mentions[index - 1].Entities);
        }

        return new Binding(owners.ToImmutable(), before.IsSoft || MayBeWhole(before, claim), GroupFrom(before, -1));
    }

    /// <summary>Names in a row followed by as many numbers in a row: each takes its own.</summary>
    private Binding? Listed(Claim claim)
    {
        var numbers = RowOf(_amounts, _amounts.IndexOf(claim), static amount => amount.Start, static amount => amount.End);
        if (numbers.Count < 2)
        {
            return null;
        }

        var last = _mentions.FindLastIndex(mention => mention.End <= numbers[0].Start);
        if (last < 1)
        {
            return null;
        }

        var names = RowOf(_mentions, last, static mention => mention.Start, static mention => mention.End);
        return names.Count == numbers.Count && ReferenceEquals(names[^1], _mentions[last]) ? new Binding(names[numbers.IndexOf(claim)].Entities, false, []) : null;
    }

    private List<T> RowOf<T>(List<T> all, int index, Func<T, int> start, Func<T, int> end)
    {
        if (index < 0)
        {
            return [];
        }

        var (first, last) = (index, index);
        while (first > 0 && IsRow(end(all[first - 1]), start(all[first])))
        {
            first--;
        }

        while (last + 1 < all.Count && IsRow(end(all[last]), start(all[last + 1])))
        {
            last++;
        }

        return all[first..(last + 1)];
    }

    private bool IsRow(int from, int to) => to - from is >= 1 and <= 3 && Enumerable.Range(from, to - from).All(at => _sentence.Tokens[at].Is(",") || _sentence.Tokens[at].Is("&") || _sentence.Tokens[at].Is("\"") || _sentence.Is(at, MeaningKind.And));

    private ImmutableArray<int> GroupFrom(Mention mention, int direction)
    {
        var row = RowOf(_mentions, _mentions.IndexOf(mention), static one => one.Start, static one => one.End);
        return row.Count > 1 && direction != 0 ? [.. row.Select(static one => one.Entities[0]).Distinct()] : [];
    }

    /// <summary>"214 plays for A", "120 of them by B": a word hands the number to the name behind it, and nothing else stands between.</summary>
    private bool IsHanded(Claim claim, Mention after)
    {
        var isShare = claim.Ranges.Any(static range => range.Unit == FactUnit.Percent) && claim.Sign == 0;
        if (after.Start - claim.End > (isShare ? ShareHandedWithin : HandedWithin))
        {
            return false;
        }

        var hasFor = false;
        for (var at = claim.End; at < after.Start; at++)
        {
            if (_sentence.Tokens[at].Folded is "," or ";" or ":" or "(" or ")" || _sentence.Is(at, MeaningKind.And) || _sentence.Tokens[at].Kind == TokenKind.Number || s_subjects.Contains(_sentence.Tokens[at].Folded))
            {
                return false;
            }

            hasFor |= _sentence.Is(at, MeaningKind.For) || _sentence.Tokens[at].Folded is "under" or "unter" || (isShare && _sentence.Is(at, MeaningKind.Copula));
        }

        return hasFor;
    }

    private bool IsCompared(Mention mention) => _sentence.ItemBefore(mention.Start)?.Is(MeaningKind.Than) ?? _sentence.ItemBefore(mention.Start - 1)?.Is(MeaningKind.Than) ?? false;

    private bool IsAuthor(Mention mention) => Enumerable.Range(Math.Max(0, mention.Start - 2), Math.Min(2, mention.Start)).Any(at => _sentence.Is(at, MeaningKind.By)) || _sentence.Tokens[Math.Max(0, mention.Start - 1)].Is("(");

    /// <summary>"A led your 1,204 plays", "A, and you listened for 20 hours".</summary>
    private bool MayBeWhole(Mention before, Claim claim)
    {
        for (var at = before.End; at < claim.Start; at++)
        {
            if (s_second.Contains(_sentence.Tokens[at].Folded) || _sentence.Is(at, MeaningKind.InAll))
            {
                return true;
            }
        }

        return Enumerable.Range(Math.Max(before.End, claim.Start - 3), Math.Min(3, claim.Start - before.End)).Any(at => s_wholes.Contains(_sentence.Tokens[at].Folded) && !_sentence.Is(at, MeaningKind.Over))
            || _sentence.Tokens.Skip(claim.End).Take(3).Any(token => token.Folded is "total" or "altogether" or "overall" or "insgesamt");
    }

    /// <summary>"at the top: 214 plays" may be of whatever stands at the top of a list.</summary>
    private static Mention? AnyOf(Claim claim, EntityBook entities) =>
        entities.All.Where(entity => entity.Rank == (int)claim.Value).Select(static entity => entity.Number).ToImmutableArray() is { IsEmpty: false } numbers ? new Mention(claim.Start, claim.End, numbers, true, true) : null;

    private static Mention? RoleOf(Claim claim, EntityBook entities) =>
        claim.Role is { } role && entities.At(role, (int)claim.Value) is { } entity ? new Mention(claim.Start, claim.End, [entity.Number], false, true) : null;
}
