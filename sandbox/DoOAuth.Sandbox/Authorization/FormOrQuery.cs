using DoOAuth.Sandbox.Notes;
using Microsoft.AspNetCore;
using Microsoft.Extensions.Primitives;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>
/// Reads the parameters of a POST from the form and from the query. OpenIddict reads the form only, but the only example in
/// DigitalOcean's reference has all parameters in the query and an empty body. A parameter in the form takes precedence.
/// </summary>
internal sealed class FormOrQuery<TContext> : IOpenIddictServerHandler<TContext>
    where TContext : BaseValidatingContext
{
    private static readonly string[] Secrets =
        [Parameters.ClientSecret, Parameters.Code, Parameters.CodeVerifier, Parameters.RefreshToken, Parameters.Token];

    /// <inheritdoc/>
    public async ValueTask HandleAsync(TContext context)
    {
        var request = context.Transaction.GetHttpRequest()!;
        if (!HttpMethods.IsPost(request.Method))
        {
            context.Reject(Errors.InvalidRequest, $"This endpoint accepts POST, and the request is {request.Method}.");
            return;
        }

        if (!request.HasFormContentType && (request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0))
        {
            context.Reject(Errors.InvalidRequest, "The body is not a form. Send it with Content-Type: application/x-www-form-urlencoded.");
            return;
        }

        var parameters = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        foreach (var (name, value) in request.Query)
        {
            parameters[name] = value;
        }

        var inQuery = Secrets.Where(parameters.ContainsKey).ToList();
        if (inQuery.Count > 0)
        {
            RequestNotes.Add(
                request.HttpContext,
                $"{string.Join(", ", inQuery)} in the query string: servers and proxies write addresses to their logs. Send the parameters in the form.");
        }

        if (request.HasFormContentType)
        {
            foreach (var (name, value) in await request.ReadFormAsync(context.CancellationToken))
            {
                parameters[name] = value;
            }
        }

        context.Transaction.Request = new OpenIddictRequest(parameters);
    }
}
