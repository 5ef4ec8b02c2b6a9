using System.Collections.Immutable;
using SpotifyDashboard.Narrative.Checking.Claims;
using SpotifyDashboard.Narrative.Checking.Reading;
using SpotifyDashboard.Narrative.Checking.Wording;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Checking.Evidence;

/// <summary>All that the facts bear: their figures with what they belong to, their names and days. The texts of the facts are read as a story's are.</summary>
internal sealed class FactEvidence
{
    private const double Slack = 1e-6;
    private const double TextSlack = 0.51;

    private readonly List<Figure> _figures = [];
    private readonly List<(NarrativeFact Fact, Claim Claim)> _said = [];
    private readonly Dictionary<string, Facet> _facets = new(StringComparer.Ordinal);

    /// <summary>Reads the facts.</summary>
    public FactEvidence(NarrativeFacts facts)
    {
        Facts = facts;
        Entities = new EntityBook(facts);
        Names = new NameFinder(Entities.All);
        foreach (var fact in facts.Facts)
        {
            Read(fact);
        }

        foreach (var kind in Enum.GetValues<FactNameKind>())
        {
            Entities.RankBy(kind, entity => SizeOf(entity));
        }
    }

    /// <summary>The facts.</summary>
    public NarrativeFacts Facts { get; }

    /// <summary>What they name.</summary>
    public EntityBook Entities { get; }

    /// <summary>Finds their names.</summary>
    public NameFinder Names { get; }

    /// <summary>Their figures.</summary>
    public IReadOnlyList<Figure> Figures => _figures;

    /// <summary>What their texts say besides figures: days, weekdays, times of day.</summary>
    public IReadOnlyList<(NarrativeFact Fact, Claim Claim)> Said => _said;

    /// <summary>What a fact's text is about.</summary>
    public Facet FacetsOf(NarrativeFact fact) => _facets.GetValueOrDefault(fact.Id);

    /// <summary>The facts that name an entity.</summary>
    public IEnumerable<NarrativeFact> Naming(int entity) => Facts.Facts.Where(fact => Entities.Of(fact).Contains(entity));

    /// <summary>The figures of an entity.</summary>
    public IEnumerable<Figure> FiguresOf(int entity) => _figures.Where(figure => figure.Owners.Contains(entity));

    private double? SizeOf(Entity entity) => FiguresOf(entity.Number).FirstOrDefault(static figure => figure.Fact.Topic != FactTopic.Drift && figure.Unit is FactUnit.Plays or FactUnit.Percent or FactUnit.Minutes)?.Value;

    private void Read(NarrativeFact fact)
    {
        var sentence = new SentenceReading(fact.Text, TokenReader.Read(fact.Text), Names, Wordings.English);
        var claims = ClaimFinder.Find(sentence, Entities);
        var binder = new Binder(sentence, claims, Entities);
        _facets[fact.Id] = (FacetFinder.Of(sentence) & ~Facet.Drift) | OfTopic(fact.Topic);
        _said.AddRange(claims.Where(static claim => claim.Kind is ClaimKind.Day or ClaimKind.Month or ClaimKind.Year or ClaimKind.Decade or ClaimKind.Weekday or ClaimKind.Clock or ClaimKind.TimeOfDay).Select(claim => (fact, claim)));
        var amounts = claims.Where(static claim => claim.Kind == ClaimKind.Amount).ToList();
        var metrics = sentence.ItemsOf(MeaningKind.Unit).SelectMany(static item => item.Meanings).Where(static meaning => meaning.Kind == MeaningKind.Unit).Select(static meaning => UnitOf(meaning.Value)).OfType<FactUnit>().Distinct().ToImmutableArray();
        foreach (var figure in fact.Figures)
        {
            var fitting = amounts.FindAll(amount => amount.Ranges.Any(range => (range.Unit is null || Matches(range.Unit, figure.Unit)) && IsNear(range, figure.Value)));
            var claim = fitting.OrderBy(amount => Math.Abs(amount.Value - Math.Abs(figure.Value))).FirstOrDefault();
            _figures.Add(new Figure(fact, figure.Value, SaidOf(figure, claim), figure.Unit)
            {
                Owners = OwnersOf(fact, claim, binder),
                Facets = claim?.Facets ?? Facet.None,
                Metrics = metrics,
            });
        }

        // A number that stands in the text alone may be said as well.
        foreach (var amount in amounts)
        {
            var range = amount.Ranges.IsEmpty ? default : amount.Ranges[0];
            var middle = (range.Low + range.High) / 2;
            if (!_figures.Exists(figure => ReferenceEquals(figure.Fact, fact) && amount.Ranges.Any(one => (one.Unit is null || Matches(one.Unit, figure.Unit)) && IsNear(one, figure.Value))))
            {
                _figures.Add(new Figure(fact, middle, middle, range.Unit) { Owners = OwnersOf(fact, amount, binder), Facets = amount.Facets, Metrics = metrics });
            }
        }
    }

    /// <summary>In a list every figure is of the first name; elsewhere each of the name beside it.</summary>
    private ImmutableArray<int> OwnersOf(NarrativeFact fact, Claim? claim, Binder binder)
    {
        var names = Entities.Of(fact);
        if (names.IsEmpty)
        {
            return [];
        }

        if (EntityBook.KindOf(fact.Topic) is not null)
        {
            return [names[0]];
        }

        return claim is null ? names : binder.Of(claim) is { MayBeWhole: false } binding ? binding.Owners : [];
    }

    /// <summary>The number as the text says it; a text says falls without a sign.</summary>
    private static double SaidOf(FactFigure figure, Claim? claim) => claim is null ? figure.Value
        : figure.Unit is FactUnit.PercentChange or FactUnit.PercentagePoints ? claim.Value * Math.Sign(figure.Value)
        : claim.Value;

    private static bool IsNear(AmountRange range, double value) => value >= range.Low - Slack - (range.High - range.Low) * TextSlack && value <= range.High + Slack + (range.High - range.Low) * TextSlack;

    private static bool Matches(FactUnit? said, FactUnit? unit) => said == unit || (said, unit) is (FactUnit.Percent, FactUnit.PercentChange or FactUnit.PercentagePoints) or (FactUnit.Plays, FactUnit.Times) or (FactUnit.PercentChange, FactUnit.PercentagePoints);

    private static FactUnit? UnitOf(string word) => Enum.TryParse<FactUnit>(word, out var unit) ? unit : word == "Seconds" ? FactUnit.Minutes : null;

    private static Facet OfTopic(FactTopic topic) => topic switch
    {
        FactTopic.Sessions => Facet.Session,
        FactTopic.Discovery => Facet.New,
        FactTopic.Streaks => Facet.Streak,
        FactTopic.Rhythm => Facet.Peak,
        FactTopic.Drift => Facet.Drift,
        _ => Facet.None,
    };
}
