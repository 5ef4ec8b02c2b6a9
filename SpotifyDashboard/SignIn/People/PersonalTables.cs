using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.People;

/// <summary>Finds every table that says something of one listener, or of one account, in the model itself: a table that is added later is among them.</summary>
internal static class PersonalTables
{
    /// <summary>The tables with rows of a listener, those that refer to others first.</summary>
    public static IReadOnlyList<PersonalTable> OfListener(IModel model) => Of(model, typeof(Listener), "ListenerId");

    /// <summary>The tables with rows of an account, those that refer to others first.</summary>
    public static IReadOnlyList<PersonalTable> OfAccount(IModel model) => Of(model, typeof(AccountRow), "AccountId");

    private static IReadOnlyList<PersonalTable> Of(IModel model, Type subject, string property)
    {
        var conditions = new Dictionary<IEntityType, string>();
        foreach (var entity in model.GetEntityTypes())
        {
            if (entity.ClrType == subject)
            {
                conditions.Add(entity, $"{Column(entity.FindPrimaryKey()?.Properties[0])} = @subject");
            }
            else if (entity.FindProperty(property) is { } own && own.ClrType == typeof(int)) // Spotify's id of an account is a text of the same name
            {
                conditions.Add(entity, $"{Column(own)} = @subject");
            }
        }

        AddDescendants(model, subject, conditions);
        return InOrder(conditions);
    }

    /// <summary>Adds tables whose rows belong to a row that belongs to the subject.</summary>
    private static void AddDescendants(IModel model, Type subject, Dictionary<IEntityType, string> conditions)
    {
        for (var added = true; added;)
        {
            added = false;
            foreach (var entity in model.GetEntityTypes().Where(entity => !conditions.ContainsKey(entity)))
            {
                var link = entity.GetForeignKeys().FirstOrDefault(key =>
                    key.Properties.Count == 1 && key.PrincipalEntityType.ClrType != subject && conditions.ContainsKey(key.PrincipalEntityType));
                if (link is null)
                {
                    continue;
                }

                var principal = link.PrincipalEntityType;
                conditions.Add(entity, string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Column(link.Properties[0])} IN (SELECT {Column(link.PrincipalKey.Properties[0])} FROM {principal.GetTableName()} WHERE {conditions[principal]})"));
                added = true;
            }
        }
    }

    private static IReadOnlyList<PersonalTable> InOrder(Dictionary<IEntityType, string> conditions) =>
    [
        .. TableOrder.ReferredFirst(conditions.Keys, NameOf, static entity => entity.GetForeignKeys().Select(static key => key.PrincipalEntityType))
            .Reverse()
            .Select(entity => new PersonalTable(entity, NameOf(entity), conditions[entity])),
    ];

    private static string NameOf(IEntityType entity) => entity.GetTableName() ?? "";

    private static string Column(IProperty? property) => property?.GetColumnName() ?? throw new InvalidOperationException("A table of listeners has no key of one column.");
}
