using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>A sign-in that failed, as the class's <c>OnFailedAsync</c> hook sees it. Nothing in it comes from the provider's text.</summary>
public sealed class DigitalOceanFailure
{
    internal DigitalOceanFailure(HttpContext httpContext, SignInFailedException exception, string returnUrl)
    {
        HttpContext = httpContext;
        Reason = exception.Reason;
        Description = exception.Message;
        StatusCode = exception.StatusCode;
        MissingScopes = exception.MissingScopes;
        ReturnUrl = returnUrl;
    }

    /// <summary>The callback's request.</summary>
    public HttpContext HttpContext { get; }

    /// <summary>One of <see cref="FailureReasons"/>.</summary>
    public string Reason { get; }

    /// <summary>What happened, in words for people.</summary>
    public string Description { get; }

    /// <summary>The answer's status: 403 for a refusal, 400 for what the request got wrong, 502 or 504 for the provider.</summary>
    public int StatusCode { get; }

    /// <summary>Scopes that the user did not grant, where that is the reason.</summary>
    public IReadOnlyList<string> MissingScopes { get; }

    /// <summary>Where the sign-in would have led: a path of this app, <c>/</c> where that is not known.</summary>
    public string ReturnUrl { get; }
}
