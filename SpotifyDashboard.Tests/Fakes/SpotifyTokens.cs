using System.Globalization;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>What the accounts service has given out. Values are counted, so that a run can be repeated.</summary>
internal sealed class SpotifyTokens(SpotifyApp app, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, AuthorizationCode> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RefreshToken> _refresh = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AccessToken> _access = new(StringComparer.Ordinal);
    private int _issued;
    private int _refreshes;

    /// <summary>Refreshes that were granted.</summary>
    public int Refreshes
    {
        get
        {
            lock (_gate)
            {
                return _refreshes;
            }
        }
    }

    public string IssueCode(AuthorizationCode code)
    {
        lock (_gate)
        {
            var value = Next("AQCfakeCode");
            _codes.Add(value, code);
            return value;
        }
    }

    /// <summary>Takes a code out: it is good for one try.</summary>
    public AuthorizationCode? TakeCode(string value)
    {
        lock (_gate)
        {
            return _codes.Remove(value, out var code) ? code : null;
        }
    }

    public RefreshToken IssueRefresh(WorldUser user, IReadOnlyList<string> scopes, DateTimeOffset authorizedAt, bool isPublic)
    {
        lock (_gate)
        {
            var token = new RefreshToken(Next("AQDfakeRefresh"), user, scopes, authorizedAt, isPublic);
            _refresh.Add(token.Value, token);
            return token;
        }
    }

    public AccessToken IssueAccess(WorldUser? user, IReadOnlyList<string> scopes)
    {
        lock (_gate)
        {
            var token = new AccessToken(Next("BQDfakeAccess"), user, scopes, time.GetUtcNow() + app.AccessTokenLifetime);
            _access.Add(token.Value, token);
            return token;
        }
    }

    public RefreshToken? FindRefresh(string value)
    {
        lock (_gate)
        {
            return _refresh.GetValueOrDefault(value);
        }
    }

    public AccessToken? FindAccess(string value)
    {
        lock (_gate)
        {
            return _access.GetValueOrDefault(value);
        }
    }

    /// <summary>Counts a refresh; answers the token that takes the old one's place, or null when the old one stays.</summary>
    /// <returns>False when somebody else rotated it away meanwhile.</returns>
    public bool TryRefresh(RefreshToken old, out RefreshToken? next)
    {
        lock (_gate)
        {
            next = null;
            if (old.IsRevoked)
            {
                return false;
            }

            _refreshes++;
            if (app.Rotation == TokenRotation.Always || (app.Rotation == TokenRotation.Sometimes && _refreshes % 2 == 1))
            {
                old.IsRevoked = true;
                next = IssueRefresh(old.User, old.Scopes, old.AuthorizedAt, old.IsPublic);
            }

            return true;
        }
    }

    /// <summary>The user removes the app: every token of theirs is dead at once.</summary>
    public void Revoke(WorldUser user)
    {
        lock (_gate)
        {
            foreach (var token in _refresh.Values.Where(token => token.User == user))
            {
                token.IsRevoked = true;
            }

            foreach (var token in _access.Values.Where(token => token.User == user).ToList())
            {
                _access.Remove(token.Value);
            }
        }
    }

    private string Next(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{++_issued:0000}");
}
