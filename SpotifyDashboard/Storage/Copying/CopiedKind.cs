namespace SpotifyDashboard.Storage.Copying;

/// <summary>What a column holds, as PostgreSQL knows it.</summary>
internal enum CopiedKind
{
    Boolean,
    Small,
    Integer,
    Long,
    Single,
    Double,
    Text,
    Bytes,
    Id,
    Day,
}
