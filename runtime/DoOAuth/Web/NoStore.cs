using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>Keeps answers that belong to one user out of every cache.</summary>
internal static class NoStore
{
    public static void Set(HttpResponse response)
    {
        PersonalAnswer.IsNotStored(response.HttpContext);
        response.Headers.CacheControl = "no-store";
        response.Headers.Pragma = "no-cache";
    }
}
