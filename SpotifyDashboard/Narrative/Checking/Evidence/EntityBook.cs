using System.Collections.Immutable;
using SpotifyDashboard.Narrative.Checking.Reading;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Checking.Evidence;

/// <summary>Everything that the facts name, with its place in its list.</summary>
internal sealed class EntityBook
{
    private readonly Dictionary<(FactNameKind Kind, string Name), int> _byName = [];
    private readonly Dictionary<(FactNameKind Kind, int Rank), int> _byRank = [];
    private readonly List<Entity> _entities = [];
    private readonly Dictionary<string, ImmutableArray<int>> _ofFact = new(StringComparer.Ordinal);

    /// <summary>Reads the facts.</summary>
    public EntityBook(NarrativeFacts facts)
    {
        foreach (var fact in facts.Facts)
        {
            AddOf(fact);
        }
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<Entity> All => _entities;

    /// <summary>What a fact is about: its names in their order, or the one whose place it gives.</summary>
    public ImmutableArray<int> Of(NarrativeFact fact) => _ofFact.TryGetValue(fact.Id, out var entities) ? entities : [];

    /// <summary>What stands at a place of a list; null where no fact says.</summary>
    public Entity? At(FactNameKind kind, int rank) => _byRank.TryGetValue((kind, rank), out var number) ? _entities[number] : null;

    /// <summary>The kind of thing that a topic lists.</summary>
    public static FactNameKind? KindOf(FactTopic topic) => topic switch
    {
        FactTopic.Artists => FactNameKind.Artist,
        FactTopic.Tracks => FactNameKind.Track,
        FactTopic.Genres => FactNameKind.Genre,
        FactTopic.Moods => FactNameKind.Mood,
        _ => null,
    };

    /// <summary>Gives places to what has none, by a measure of it, largest first.</summary>
    public void RankBy(FactNameKind kind, Func<Entity, double?> measure)
    {
        if (_entities.Exists(entity => entity.Kind == kind && entity.Rank is not null))
        {
            return;
        }

        var rank = 0;
        foreach (var (entity, _) in _entities.Where(entity => entity.Kind == kind).Select(entity => (entity, Size: measure(entity))).Where(static pair => pair.Size is not null).OrderByDescending(static pair => pair.Size).ToList())
        {
            SetRank(entity.Number, kind, ++rank);
        }
    }

    private void AddOf(NarrativeFact fact)
    {
        var numbers = fact.Names.Where(static name => !string.IsNullOrWhiteSpace(name.Name)).Select(NumberOf).ToList();
        if (KindOf(fact.Topic) is { } kind && fact.Figures.FirstOrDefault(static figure => figure.Unit == FactUnit.Rank) is { } figure)
        {
            var rank = (int)figure.Value;
            if (numbers.Count == 0)
            {
                numbers.Add(_byRank.TryGetValue((kind, rank), out var known) ? known : Add(kind, null));
            }

            if (_entities[numbers[0]].Kind == kind)
            {
                SetRank(numbers[0], kind, rank);
            }
        }

        _ofFact[fact.Id] = [.. numbers];
    }

    private void SetRank(int number, FactNameKind kind, int rank)
    {
        if (_byRank.TryAdd((kind, rank), number))
        {
            _entities[number] = _entities[number] with { Rank = rank };
        }
    }

    private int NumberOf(FactName name)
    {
        var key = (name.Kind, Folding.Of(name.Name));
        if (!_byName.TryGetValue(key, out var number))
        {
            number = Add(name.Kind, name.Name);
            _byName.Add(key, number);
        }

        return number;
    }

    private int Add(FactNameKind kind, string? name)
    {
        _entities.Add(new Entity(_entities.Count, kind, name));
        return _entities.Count - 1;
    }
}
