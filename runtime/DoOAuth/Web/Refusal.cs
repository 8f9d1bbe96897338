using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>Why a request is not carried out: a small page for a person, RFC 9457 problem details for a program.</summary>
internal sealed record Refusal(int Status, string Title, string Text) : IResult
{
    /// <summary>One of <see cref="FailureReasons"/>, where it is a failure of sign-in or session.</summary>
    public string? Reason { get; init; }

    /// <summary>The reason whose page explains the refusal: <see cref="Reason"/>, or what a guard's answer leaves to status and scopes.</summary>
    public string? Topic
    {
        get => field ?? Reason;
        init;
    }

    /// <summary>Scopes that are missing.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Where to sign in, or to grant what is missing, where that helps.</summary>
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
