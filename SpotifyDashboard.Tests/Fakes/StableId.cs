using System.Security.Cryptography;
using System.Text;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>Ids of other services, the same for the same thing in every run.</summary>
internal static class StableId
{
    public static Guid Of(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
