using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>The reason why a request is rejected: a small page for people, RFC 9457 problem details for programs.</summary>
internal sealed record Refusal(int Status, string Title, string Text) : IResult
{
    /// <summary>One of <see cref="FailureReasons"/>, if a sign-in or a session failed.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// The reason whose page explains the refusal: <see cref="Reason"/>, or the one that a guard's response expresses as status and scopes.
    /// </summary>
    public string? Topic
    {
        get => field ?? Reason;
        init;
    }

    /// <summary>The missing scopes.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The address to sign in at, or to grant what is missing, or null if that does not help.</summary>
    public string? Login { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (!PageLoad.Is(httpContext.Request))
        {
            return ProblemAnswer.WriteAsync(httpContext, this);
        }

        (string, string) home = ("Back to the app", PathOf.Home(httpContext));
        return SmallPage.WriteAsync(httpContext, this, Login is null ? [home] : [("Sign in", Login), home]);
    }
}
