using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage;

/// <summary>The one place that keeps listeners apart: every entity that says whose it is gets a filter, and no row is stored for somebody else.</summary>
internal static class OwnRows
{
    /// <summary>The property by which an entity says whose it is.</summary>
    public const string Owner = "ListenerId";

    /// <summary>Gives every entity with an owner, and the listeners themselves, the filter of <paramref name="context"/>'s visible listener.</summary>
    public static void Filter(ModelBuilder model, DashboardDbContext context)
    {
        foreach (var entity in model.Model.GetEntityTypes().Where(static entity => OwnerOf(entity) is not null).ToList())
        {
            entity.SetQueryFilter(FilterOf(entity, context));
        }
    }

    /// <summary>The property that says whose a row is; null where everybody shares it.</summary>
    public static IReadOnlyProperty? OwnerOf(IReadOnlyEntityType entity) =>
        entity.ClrType == typeof(Listener) ? entity.FindProperty(nameof(Listener.Id)) : entity.FindProperty(Owner);

    /// <summary>Refuses to store what is not of the one listener who is visible.</summary>
    /// <exception cref="InvalidOperationException">A row belongs to somebody else: a fault of the program, never of who asked.</exception>
    public static void Check(ChangeTracker changes, int visible)
    {
        foreach (var entry in changes.Entries().Where(static entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            if (entry.Metadata.FindProperty(Owner) is { } owner && !Equals(entry.Property(owner.Name).CurrentValue, visible))
            {
                throw new InvalidOperationException($"A row of {entry.Metadata.ShortName()} belongs to another listener than the one who is looking.");
            }
        }
    }

    // row => context.VisibleListener == null || row.ListenerId == context.VisibleListener; EF Core asks each context anew.
    private static LambdaExpression FilterOf(IReadOnlyEntityType entity, DashboardDbContext context)
    {
        var row = Expression.Parameter(entity.ClrType, "row");
        var visible = Expression.Property(Expression.Constant(context), nameof(DashboardDbContext.VisibleListener));
        var owner = Expression.Convert(Expression.Property(row, OwnerOf(entity)!.PropertyInfo!), typeof(int?));
        var everybody = Expression.Equal(visible, Expression.Constant(null, typeof(int?)));
        return Expression.Lambda(Expression.OrElse(everybody, Expression.Equal(owner, visible)), row);
    }
}
