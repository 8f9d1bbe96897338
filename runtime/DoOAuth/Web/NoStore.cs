using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>Keeps responses for one user out of all caches.</summary>
internal static class NoStore
{
    public static void Set(HttpResponse response)
    {
        PersonalAnswer.IsNotStored(response.HttpContext);
        response.Headers.CacheControl = "no-store";
        response.Headers.Pragma = "no-cache";
    }
}
