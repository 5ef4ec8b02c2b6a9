using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Caching;

namespace SpotifyDashboard.Tests.Caching;

public sealed class PackedAnswerProperties
{
    [Fact]
    public void Unpack_WhatWasPacked_IsTheSameText() =>
        Prop.ForAll<NonNull<string>>(text => PackedAnswer.Unpack(PackedAnswer.Pack(Valid(text.Get))) == Valid(text.Get)).QuickCheckThrowOnFailure();

    [Fact]
    public void Unpack_OneByteChanged_IsNull() =>
        Prop.ForAll<NonNull<string>, int, byte>((text, at, change) =>
        {
            var packed = PackedAnswer.Pack(Valid(text.Get));
            var place = (int)((uint)at % (uint)packed.Length);
            packed[place] ^= (byte)(change | 1);

            // Brotli has bits that mean nothing; what comes out is the text or nothing.
            return PackedAnswer.Unpack(packed) is not { } unpacked || unpacked == Valid(text.Get);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Unpack_CutAnywhere_IsNull()
    {
        var packed = PackedAnswer.Pack("""{"name":"Glass Harbour","artists":[{"name":"Nordlys Kollektiv"}]}""");

        Assert.All(Enumerable.Range(0, packed.Length), length => Assert.Null(PackedAnswer.Unpack(packed.AsSpan(0, length))));
    }

    // Half a surrogate pair is no text, and comes back as the replacement character.
    private static string Valid(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
