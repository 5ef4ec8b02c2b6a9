using System.Collections.Immutable;
using SpotifyDashboard.Narrative.Checking.Claims;
using SpotifyDashboard.Narrative.Checking.Evidence;
using SpotifyDashboard.Narrative.Checking.Wording;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Checking.Judging;

/// <summary>Numbers that no fact says but that follow from facts: sums and differences of two names, shares of a total, a mean per day, how many names a sentence lists.</summary>
internal static class Arithmetic
{
    private const double Percents = 100;
    private const int MostNames = 5;

    /// <summary>The facts from which the number follows; null where it does not.</summary>
    public static Verdict? Derive(SentenceGround ground, Claim claim, Binding binding) =>
        Sum(ground, claim, binding) ?? Difference(ground, claim) ?? Share(ground, claim, binding) ?? PerDay(ground, claim) ?? CountOfNames(ground, claim) ?? PeriodLength(ground, claim);

    private static Verdict? Sum(SentenceGround ground, Claim claim, Binding binding)
    {
        var group = TopOf(ground) is { Length: > 1 } top ? top : binding.Group.Length > 1 ? binding.Group : ground.Sentence.ItemsOf(MeaningKind.Together).Any() && ground.Named.Length > 1 ? ground.Named : [];
        if (group.Length < 2)
        {
            return null;
        }

        foreach (var unit in UnitsOf(claim))
        {
            var parts = group.Select(owner => MainFigure(ground, owner, unit)).OfType<Figure>().ToList();
            if (parts.Count == group.Length && (AmountJudge.Fits(claim, parts.Sum(static part => part.Value), unit) || AmountJudge.Fits(claim, parts.Sum(static part => part.Said), unit)))
            {
                return new Verdict([.. parts.Select(static part => part.Fact.Id).Distinct()], null);
            }
        }

        return null;
    }

    /// <summary>"your top two artists": the entities at the first places.</summary>
    private static ImmutableArray<int> TopOf(SentenceGround ground)
    {
        var sentence = ground.Sentence;
        foreach (var item in sentence.ItemsOf(MeaningKind.Top))
        {
            if (item.End < sentence.Count && NumberComposer.At(sentence, item.End) is { IsShare: false, Value: >= 2 and <= MostNames } number && sentence.ItemAt(number.End)?.As(MeaningKind.Unit) is { } unit)
            {
                return [.. ground.Evidence.Entities.All.Where(entity => entity.Rank <= number.Value && entity.Kind + "s" == unit.Value).Select(static entity => entity.Number)];
            }
        }

        return [];
    }

    /// <summary>"94 plays more than B", "138 plays more than the week before".</summary>
    private static Verdict? Difference(SentenceGround ground, Claim claim)
    {
        var isCompared = ground.Sentence.ItemsOf(MeaningKind.Than).Any() || ground.Sentence.ItemsOf(MeaningKind.WeakUp).Any() || ground.Sentence.ItemsOf(MeaningKind.WeakDown).Any() || ground.Sentence.ItemsOf(MeaningKind.Up).Any() || ground.Sentence.ItemsOf(MeaningKind.Down).Any();
        if (!isCompared || claim.PerDays > 0)
        {
            return null;
        }

        foreach (var unit in UnitsOf(claim).Where(static unit => unit != FactUnit.Percent))
        {
            if (ground.Named.Length == 2
                && MainFigure(ground, ground.Named[0], unit) is { } first
                && MainFigure(ground, ground.Named[1], unit) is { } second
                && AmountJudge.Fits(claim, Math.Abs(first.Value - second.Value), unit))
            {
                return Verdict.Borne(first.Fact.Id, second.Fact.Id);
            }

            if (ground.Named.Length == 1 && MainFigure(ground, ground.Named[0], unit) is { } only)
            {
                var rival = ground.Evidence.Entities.All.Where(entity => entity.Kind == ground.Evidence.Entities.All[ground.Named[0]].Kind && entity.Rank == 1).Select(entity => MainFigure(ground, entity.Number, unit)).FirstOrDefault();
                if (rival is not null && rival.Value > only.Value && AmountJudge.Fits(claim, rival.Value - only.Value, unit))
                {
                    return Verdict.Borne(only.Fact.Id, rival.Fact.Id);
                }
            }

            if (!ground.Named.IsEmpty)
            {
                continue;
            }

            foreach (var change in ground.Evidence.Figures.Where(figure => figure.Fact.Topic == FactTopic.Change && figure.Unit == unit).GroupBy(static figure => figure.Fact.Id))
            {
                if (change.ToList() is [var before, var now] && AmountJudge.Fits(claim, Math.Abs(now.Value - before.Value), unit) && HasDirection(ground, Math.Sign(now.Value - before.Value)))
                {
                    return Verdict.Borne(change.Key);
                }
            }
        }

        return null;
    }

    private static bool HasDirection(SentenceGround ground, int sign) =>
        ground.Sentence.ItemsOf(sign > 0 ? MeaningKind.Up : MeaningKind.Down).Any() || ground.Sentence.ItemsOf(sign > 0 ? MeaningKind.WeakUp : MeaningKind.WeakDown).Any();

    /// <summary>"half of your plays" from the plays of a name and all plays.</summary>
    private static Verdict? Share(SentenceGround ground, Claim claim, Binding binding)
    {
        if (!claim.Ranges.Any(static range => range.Unit == FactUnit.Percent) || claim.Sign != 0 || claim.Facets != Facet.None)
        {
            return null;
        }

        foreach (var unit in (ReadOnlySpan<FactUnit>)[FactUnit.Plays, FactUnit.Minutes])
        {
            var total = ground.Evidence.Figures.FirstOrDefault(figure => figure.Fact.Topic == FactTopic.Totals && figure.Unit == unit && figure.Owners.IsEmpty);
            foreach (var owner in binding.Owners)
            {
                if (total is { Value: > 0 } && MainFigure(ground, owner, unit) is { } part && AmountJudge.Fits(claim, part.Value / total.Value * Percents, FactUnit.Percent))
                {
                    return Verdict.Borne(part.Fact.Id, total.Fact.Id);
                }
            }
        }

        return null;
    }

    private static Verdict? PerDay(SentenceGround ground, Claim claim)
    {
        if (claim.PerDays <= 0)
        {
            return null;
        }

        var days = ground.Evidence.Facts.Days.To.DayNumber - ground.Evidence.Facts.Days.From.DayNumber + 1;
        var total = ground.Evidence.Figures.FirstOrDefault(figure => figure.Fact.Topic == FactTopic.Totals && figure.Owners.IsEmpty && AmountJudge.Fits(claim, figure.Value * claim.PerDays / days, figure.Unit));
        return total is null ? null : Verdict.Borne(total.Fact.Id);
    }

    /// <summary>"Two artists led: A and B", "your top five artists".</summary>
    private static Verdict? CountOfNames(SentenceGround ground, Claim claim)
    {
        if (claim.Value is < 2 or > MostNames || claim.Value != Math.Floor(claim.Value))
        {
            return null;
        }

        var isTop = ground.Sentence.ItemBefore(claim.Start)?.Is(MeaningKind.Top) ?? false;
        foreach (var group in ground.Evidence.Entities.All.GroupBy(static entity => entity.Kind))
        {
            var unit = Enum.Parse<FactUnit>(group.Key + "s");
            if (!claim.Ranges.Any(range => range.Unit == unit || range.Unit is null))
            {
                continue;
            }

            var named = group.Count(entity => ground.Named.Contains(entity.Number));
            if ((named == (int)claim.Value || (isTop && group.Count(static entity => entity.Rank is not null) >= claim.Value) || (group.Key == FactNameKind.Mood && group.Count() == (int)claim.Value)))
            {
                return new Verdict([.. group.SelectMany(entity => ground.Evidence.Naming(entity.Number)).Select(static fact => fact.Id).Distinct().Take((int)claim.Value)], null);
            }
        }

        return null;
    }

    /// <summary>"over these seven days".</summary>
    private static Verdict? PeriodLength(SentenceGround ground, Claim claim)
    {
        var days = ground.Evidence.Facts.Days.To.DayNumber - ground.Evidence.Facts.Days.From.DayNumber + 1;
        return claim.HasUnit && claim.Facets == Facet.None && AmountJudge.Fits(claim, days, FactUnit.Days)
            ? new Verdict([.. ground.Evidence.Facts.Facts.Where(static fact => fact.Topic == FactTopic.Period).Take(1).Select(static fact => fact.Id)], null)
            : null;
    }

    private static IEnumerable<FactUnit> UnitsOf(Claim claim) => claim.HasUnit
        ? claim.Ranges.Select(static range => range.Unit).OfType<FactUnit>().Distinct()
        : [FactUnit.Plays, FactUnit.Percent, FactUnit.Minutes, FactUnit.Hours];

    /// <summary>The figure of a name in a unit, over the whole period.</summary>
    public static Figure? MainFigure(SentenceGround ground, int owner, FactUnit unit) =>
        ground.Evidence.FiguresOf(owner).FirstOrDefault(figure => figure.Unit == unit && figure.Fact.Topic is not (FactTopic.Change or FactTopic.Drift));
}
