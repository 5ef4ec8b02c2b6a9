using System.Runtime.InteropServices;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>A play as the last poll showed it.</summary>
/// <param name="EndedAt">When it ended (UTC).</param>
/// <param name="Duration">The track's length; zero where unknown.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SeenPlay(DateTimeOffset EndedAt, TimeSpan Duration);
