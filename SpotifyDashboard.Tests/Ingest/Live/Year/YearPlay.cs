using System.Runtime.InteropServices;

namespace SpotifyDashboard.Tests.Ingest.Live.Year;

/// <summary>A play of a simulated year; times are milliseconds since its beginning.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct YearPlay(long EndedAt, long Duration, long VisibleAt);
