namespace DoOAuth.Tests.Harness;

/// <summary>Steps that tests of guards and sessions share.</summary>
internal static class Sessions
{
    /// <summary>Lets the next sign-ins end with exactly these scopes.</summary>
    public static void Grant(this ScriptedProvider provider, string scopes) =>
        provider.Token = (context, _) => Answer.Json(context, 200, provider.TokenAnswer().With("scope", scopes).ToString());

    /// <summary>Lets tokens live this long, from the first sign-in on.</summary>
    public static void Lifetime(this ScriptedProvider provider, TimeSpan lifetime) =>
        provider.Token = (context, _) => Answer.Json(context, 200, provider.TokenAnswer().With("expires_in", (long)lifetime.TotalSeconds).ToString());

    public static string[] Scopes(this Page page) => [.. page.Json["scopes"]!.AsArray().Select(scope => (string)scope!)];
}
