using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>A failed sign-in, as passed to the annotated class's <c>OnFailedAsync</c> hook. It does not contain text from the provider.</summary>
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

    /// <summary>The request of the callback.</summary>
    public HttpContext HttpContext { get; }

    /// <summary>One of <see cref="FailureReasons"/>.</summary>
    public string Reason { get; }

    /// <summary>A description for people.</summary>
    public string Description { get; }

    /// <summary>The status of the response: 403 if access was denied, 400 for an error in the request, 502 or 504 for an error of the provider.</summary>
    public int StatusCode { get; }

    /// <summary>The scopes that the user did not grant, if that is the reason.</summary>
    public IReadOnlyList<string> MissingScopes { get; }

    /// <summary>The path of this app to which the sign-in would have returned, or <c>/</c> if it is not known.</summary>
    public string ReturnUrl { get; }
}
