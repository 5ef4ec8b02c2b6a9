using System.Buffers.Binary;
using System.Buffers.Text;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpotifyDashboard.Tests.SignIn.Accounts.Passkeys;

/// <summary>A device with one passkey, and the browser around it: it signs whatever a test wants, true or not.</summary>
internal sealed class SoftAuthenticator : IDisposable
{
    private const byte Present = 0x01;
    private const byte Verified = 0x04;
    private const byte WithKey = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);

    /// <summary>What it says it has signed so far; 0 for ever is what most devices say.</summary>
    public uint Count { get; set; }

    /// <summary>The page it takes itself to be on.</summary>
    public string Origin { get; set; } = "";

    /// <summary>The domain it signs for.</summary>
    public string Domain { get; set; } = "localhost";

    /// <summary>Whose passkey it says it is; known once it was made.</summary>
    public string UserHandle { get; set; } = "";

    /// <summary>Whether it asked for a finger, face or code.</summary>
    public bool Verifies { get; set; } = true;

    /// <summary>What a browser sends of a passkey just made.</summary>
    /// <param name="options">What the dashboard asked for.</param>
    public JsonObject Make(JsonElement options)
    {
        UserHandle = options.GetProperty("user").GetProperty("id").GetString() ?? "";
        var attestation = new CborWriter(CborConformanceMode.Ctap2Canonical);
        attestation.WriteStartMap(3);
        attestation.WriteTextString("fmt");
        attestation.WriteTextString("none");
        attestation.WriteTextString("attStmt");
        attestation.WriteStartMap(0);
        attestation.WriteEndMap();
        attestation.WriteTextString("authData");
        attestation.WriteByteString([.. Data(WithKey), .. new byte[16], 0, (byte)_id.Length, .. _id, .. PublicKey()]);
        attestation.WriteEndMap();
        return Credential(new JsonObject
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(ClientData("webauthn.create", options)),
            ["attestationObject"] = Base64Url.EncodeToString(attestation.Encode()),
            ["transports"] = new JsonArray("internal"),
        });
    }

    /// <summary>What a browser sends of a challenge signed.</summary>
    /// <param name="options">What the dashboard asked for.</param>
    public string Sign(JsonElement options)
    {
        var (data, told) = (Data(0), ClientData("webauthn.get", options));
        return Credential(new JsonObject
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(told),
            ["authenticatorData"] = Base64Url.EncodeToString(data),
            ["signature"] = Base64Url.EncodeToString(_key.SignData([.. data, .. SHA256.HashData(told)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            ["userHandle"] = UserHandle,
        }).ToJsonString();
    }

    public void Dispose() => _key.Dispose();

    private byte[] Data(byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Domain)), (byte)(flags | Present | (Verifies ? Verified : 0)), .. count];
    }

    private byte[] ClientData(string type, JsonElement options) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["type"] = type,
        ["challenge"] = options.GetProperty("challenge").GetString(),
        ["origin"] = Origin,
        ["crossOrigin"] = false,
    });

    private JsonObject Credential(JsonObject response) => new()
    {
        ["id"] = Base64Url.EncodeToString(_id),
        ["rawId"] = Base64Url.EncodeToString(_id),
        ["type"] = "public-key",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    };

    // RFC 9052: an ES256 key on P-256.
    private byte[] PublicKey()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        var key = new CborWriter(CborConformanceMode.Ctap2Canonical);
        key.WriteStartMap(5);
        foreach (var (label, value) in ((int, int)[])[(1, 2), (3, -7), (-1, 1)])
        {
            key.WriteInt32(label);
            key.WriteInt32(value);
        }

        foreach (var (label, value) in ((int, byte[])[])[(-2, point.X ?? []), (-3, point.Y ?? [])])
        {
            key.WriteInt32(label);
            key.WriteByteString(value);
        }

        key.WriteEndMap();
        return key.Encode();
    }
}
