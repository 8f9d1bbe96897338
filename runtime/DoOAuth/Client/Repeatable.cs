using System.Net.Http.Json;

namespace DoOAuth;

/// <summary>Tells requests that can be sent a second time. A stream may be spent, or longer than memory.</summary>
internal static class Repeatable
{
    /// <summary>Whether it can. What is written only while it is sent is written into memory here, so that it is the same twice.</summary>
    public static async ValueTask<bool> PrepareAsync(HttpContent? content)
    {
        switch (content)
        {
            case null or ByteArrayContent or ReadOnlyMemoryContent:
                return true;
            case JsonContent:
                await content.LoadIntoBufferAsync();
                return true;
            case MultipartContent parts:
                foreach (var part in parts)
                {
                    if (!await PrepareAsync(part))
                    {
                        return false;
                    }
                }

                return true;
            default:
                return false;
        }
    }
}
