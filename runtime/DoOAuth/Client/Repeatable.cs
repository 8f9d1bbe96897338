using System.Net.Http.Json;

namespace DoOAuth;

/// <summary>Determines which requests can be sent a second time. A stream may have been consumed, or may not fit in memory.</summary>
internal static class Repeatable
{
    /// <summary>
    /// Whether the request can be repeated. Content that is written while it is sent is buffered here, so that both requests send the same bytes.
    /// </summary>
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
