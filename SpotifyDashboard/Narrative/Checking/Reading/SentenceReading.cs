using SpotifyDashboard.Narrative.Checking.Wording;

namespace SpotifyDashboard.Narrative.Checking.Reading;

/// <summary>A sentence with the names and phrases found in it.</summary>
internal sealed class SentenceReading
{
    private readonly Item?[] _items;
    private readonly Mention?[] _mentions;

    /// <summary>Reads a sentence.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="names">Finds names.</param>
    /// <param name="wordings">Its language.</param>
    public SentenceReading(string text, IReadOnlyList<Token> tokens, NameFinder names, Wordings wordings)
    {
        (Text, Tokens, Wordings) = (text, tokens, wordings);
        _items = new Item?[tokens.Count];
        _mentions = new Mention?[tokens.Count];
        Mentions = names.Find(text, tokens);
        foreach (var mention in Mentions)
        {
            for (var at = mention.Start; at < mention.End; at++)
            {
                _mentions[at] = mention;
            }
        }

        for (var at = 0; at < tokens.Count;)
        {
            if (_mentions[at] is { IsSoft: false } mention)
            {
                at = mention.End;
                continue;
            }

            _items[at] = wordings.At(tokens, at) is { } item && FreeOfNames(item) ? item : null;
            at = _items[at]?.End ?? at + 1;
        }
    }

    /// <summary>The sentence.</summary>
    public string Text { get; }

    /// <summary>Its tokens.</summary>
    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>Its language.</summary>
    public Wordings Wordings { get; }

    /// <summary>The names in it, in order.</summary>
    public IReadOnlyList<Mention> Mentions { get; }

    /// <summary>How many tokens it has.</summary>
    public int Count => Tokens.Count;

    /// <summary>The phrase that starts at a token; null where none does or the place is outside.</summary>
    public Item? ItemAt(int at) => at >= 0 && at < _items.Length ? _items[at] : null;

    /// <summary>The phrase that ends before a token.</summary>
    public Item? ItemBefore(int at)
    {
        for (var start = at - 1; start >= 0 && start >= at - 6; start--)
        {
            if (_items[start] is { } item)
            {
                return item.End == at ? item : null;
            }
        }

        return null;
    }

    /// <summary>Whether the phrase that starts at a token may mean this.</summary>
    public bool Is(int at, MeaningKind kind) => ItemAt(at)?.Is(kind) ?? false;

    /// <summary>The name that a token belongs to; null where it belongs to none.</summary>
    public Mention? MentionAt(int at) => at >= 0 && at < _mentions.Length ? _mentions[at] : null;

    /// <summary>All phrases of a kind, in order.</summary>
    public IEnumerable<Item> ItemsOf(MeaningKind kind) => _items.OfType<Item>().Where(item => item.Is(kind));

    /// <summary>The words from a token to another, as they stand.</summary>
    public string Words(int start, int end) => start >= end || start >= Count ? "" : Text[Tokens[start].Start..Tokens[Math.Min(end, Count) - 1].End];

    private bool FreeOfNames(Item item)
    {
        for (var at = item.Start; at < item.End; at++)
        {
            if (_mentions[at] is { IsSoft: false })
            {
                return false;
            }
        }

        return true;
    }
}
