using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace DoOAuth;

/// <summary>
/// Uses for a minute what a data protector has just encrypted or decrypted, because the callback reads what login wrote, and the next page what the
/// callback wrote. Decryption is the largest part of a signed-in request. Only data that is the same byte by byte is found, so a changed cookie is
/// decrypted, and fails, as before. A key that the app revokes is in use here for at most this minute. Arrays are shared with the callers, which encode
/// and serialize and never write to them.
/// </summary>
internal sealed class RecentPlaintext(IDataProtector inner, TimeProvider time) : IDataProtector
{
    // Eight megabytes at most. An entry stays until the next one in its place, or until it is looked for too late.
    private const int Places = 1024;
    private const int LongestRemembered = 4096;

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    private readonly Entry?[] _entries = new Entry?[Places];

    // With a purpose, such as a channel's binding, the same data has another meaning.
    public IDataProtector CreateProtector(string purpose) => inner.CreateProtector(purpose);

    public byte[] Protect(byte[] plaintext)
    {
        ArgumentNullException.ThrowIfNull(plaintext);
        var protectedData = inner.Protect(plaintext);
        Remember(protectedData, plaintext);
        return protectedData;
    }

    public byte[] Unprotect(byte[] protectedData)
    {
        ArgumentNullException.ThrowIfNull(protectedData);
        var place = PlaceOf(protectedData);
        if (Volatile.Read(ref _entries[place]) is { } entry && CryptographicOperations.FixedTimeEquals(entry.ProtectedData, protectedData))
        {
            if (time.GetElapsedTime(entry.Since) < Life)
            {
                return entry.Plaintext;
            }

            Volatile.Write(ref _entries[place], null);
        }

        var plaintext = inner.Unprotect(protectedData);
        Remember(protectedData, plaintext);
        return plaintext;
    }

    private void Remember(byte[] protectedData, byte[] plaintext)
    {
        // Anyone can start a sign-in with a long address to return to.
        if (protectedData.Length <= LongestRemembered)
        {
            Volatile.Write(ref _entries[PlaceOf(protectedData)], new Entry(protectedData, plaintext, time.GetTimestamp()));
        }
    }

    // Protected data ends in an authentication tag, which is as good as random.
    private static int PlaceOf(byte[] protectedData) =>
        protectedData.Length < sizeof(int) ? 0 : (int)(BinaryPrimitives.ReadUInt32LittleEndian(protectedData.AsSpan()[^sizeof(int)..]) % Places);

    private sealed record Entry(byte[] ProtectedData, byte[] Plaintext, long Since);
}
