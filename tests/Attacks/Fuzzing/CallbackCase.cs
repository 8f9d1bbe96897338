namespace DoOAuth.Tests.Fuzzing;

/// <summary>A callback's query, part by part as it is sent, and the cookies beside it.</summary>
internal sealed record CallbackCase(IReadOnlyList<QueryPart> Parts, CallbackCookies Cookies, bool AsPage)
{
    public string Query => "?" + string.Join('&', Parts.Select(part => part.Raw));

    /// <summary>The valid state, the code that belongs to it, the cookie that belongs to both, and nothing that contradicts them.</summary>
    public bool MaySignIn =>
        Parts.Where(part => part.Name == "state").ToList() is [{ IsOf: { } begun }] && Cookies.AreOf.Contains(begun)
        && Parts.Where(part => part.Name == "code").ToList() is [{ IsRight: true }]
        && !Parts.Any(part => part.Name == "error");

    /// <summary>The same with one part fewer, to find the one that matters.</summary>
    public IEnumerable<CallbackCase> Simpler() => Parts.Select((_, left) => this with { Parts = [.. Parts.Where((_, place) => place != left)] });

    public override string ToString() => $"{(Query.Length > 3000 ? Query[..3000] + "…" : Query)} with {Cookies.What}";
}

/// <summary>One part between two ampersands.</summary>
/// <param name="Name">The parameter that it is, as the app reads it.</param>
/// <param name="Raw">How it is written.</param>
/// <param name="IsRight">Whether it is the code.</param>
/// <param name="IsOf">The sign-in whose state it is.</param>
internal sealed record QueryPart(string Name, string Raw, bool IsRight = false, BegunSignIn? IsOf = null);

/// <summary>The request's cookies, and the sign-ins that they belong to.</summary>
internal sealed record CallbackCookies(string What, string? Header, params BegunSignIn[] AreOf);
