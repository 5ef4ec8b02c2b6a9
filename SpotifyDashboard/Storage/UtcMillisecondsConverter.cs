using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SpotifyDashboard.Storage;

/// <summary>Stores a moment as milliseconds since 1970 (UTC): SQLite can neither order nor compare its own text form.</summary>
internal sealed class UtcMillisecondsConverter() : ValueConverter<DateTimeOffset, long>(
    moment => moment.ToUnixTimeMilliseconds(),
    milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
