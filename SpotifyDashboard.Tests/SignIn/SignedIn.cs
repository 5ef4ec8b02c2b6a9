using System.Net;
using SpotifyDashboard.Session;

namespace SpotifyDashboard.Tests.SignIn;

/// <summary>Somebody who signed in to an <see cref="AccountsHost"/>, with the browser they did it in.</summary>
/// <param name="Visitor">Who they are.</param>
/// <param name="LoginName">The name they sign in with.</param>
/// <param name="Client">Their browser, without redirects followed.</param>
/// <param name="Cookies">What it keeps.</param>
internal sealed record SignedIn(Visitor Visitor, string LoginName, HttpClient Client, CookieContainer Cookies);
