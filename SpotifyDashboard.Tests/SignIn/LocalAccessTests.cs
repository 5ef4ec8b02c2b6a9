using System.Net;
using Microsoft.AspNetCore.Http;
using SpotifyDashboard.SignIn;

namespace SpotifyDashboard.Tests.SignIn;

public sealed class LocalAccessTests
{
    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1:5080")]
    [InlineData("127.0.0.1", "localhost")]
    [InlineData("127.0.0.1", "LOCALHOST:1234")]
    [InlineData("::1", "[::1]:5080")]
    [InlineData("::ffff:127.0.0.1", "localhost:5080")]
    public void WhyRefused_ThisMachineUnderItsOwnName_IsServed(string remote, string host)
    {
        Assert.Null(LocalAccess.WhyRefused(Request(remote, host)));
    }

    [Theory]
    [InlineData("192.168.1.7", "localhost:5080")] // another machine
    [InlineData("2001:db8::1", "localhost:5080")]
    [InlineData("127.0.0.1", "dashboard.example:5080")] // a foreign name that points here
    [InlineData("127.0.0.1", "127.0.0.1.nip.example")]
    [InlineData("127.0.0.1", "localhost.example")]
    [InlineData("127.0.0.1", "")]
    public void WhyRefused_OtherMachineOrName_IsRefused(string remote, string host)
    {
        Assert.NotNull(LocalAccess.WhyRefused(Request(remote, host)));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("x-forwarded-host", "localhost")]
    [InlineData("X-Forwarded-Proto", "http")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost:3000")] // another program on this machine
    [InlineData("Origin", "https://localhost:5080")] // another scheme
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public void WhyRefused_ForwardedOrForeign_IsRefused(string header, string value)
    {
        Assert.NotNull(LocalAccess.WhyRefused(Request("127.0.0.1", "localhost:5080", (header, value))));
    }

    [Theory]
    [InlineData("Origin", "http://localhost:5080")]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    public void WhyRefused_Own_IsServed(string header, string value)
    {
        Assert.Null(LocalAccess.WhyRefused(Request("127.0.0.1", "localhost:5080", (header, value))));
    }

    [Theory]
    [InlineData("GET", "/", "document", true)]
    [InlineData("GET", "/callback", "document", true)] // back from Spotify's login
    [InlineData("POST", "/", "document", false)]
    [InlineData("GET", "/", "iframe", false)]
    [InlineData("GET", "/api/history", "document", false)]
    [InlineData("GET", "/API/history", "document", false)]
    [InlineData("GET", "/_blazor", "document", false)]
    public void WhyRefused_LinkFromAnotherSite_OpensPagesOnly(string method, string path, string destination, bool isServed)
    {
        var request = Request("127.0.0.1", "localhost:5080", ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", destination));
        request.Request.Method = method;
        request.Request.Path = path;

        Assert.Equal(isServed, LocalAccess.WhyRefused(request) is null);
    }

    private static DefaultHttpContext Request(string remote, string host, params (string Name, string Value)[] headers)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(remote);
        context.Request.Method = "GET";
        context.Request.Scheme = "http";
        context.Request.Host = new HostString(host);
        context.Request.Path = "/api/users/me";
        foreach (var (name, value) in headers)
        {
            context.Request.Headers[name] = value;
        }

        return context;
    }
}
