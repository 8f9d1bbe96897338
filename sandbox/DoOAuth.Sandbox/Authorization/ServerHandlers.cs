using DoOAuth.Catalog;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;
using static OpenIddict.Server.OpenIddictServerHandlers;
using Http = OpenIddict.Server.AspNetCore.OpenIddictServerAspNetCoreHandlers;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>The steps of OpenIddict's server that the sandbox adds, replaces or removes to respond as DigitalOcean does.</summary>
internal static class ServerHandlers
{
    /// <summary>Adds and removes handlers.</summary>
    /// <param name="server">The server.</param>
    /// <param name="scopes">The scopes that apps can request.</param>
    public static void Add(OpenIddictServerBuilder server, ScopeCatalog scopes)
    {
        server.RemoveEventHandler(Authentication.AttachIssuer.Descriptor);
        AddRequestHandlers(server, scopes);
        AddTokenHandlers(server);
        AddResponseHandlers(server);
    }

    private static void AddRequestHandlers(OpenIddictServerBuilder server, ScopeCatalog scopes)
    {
        server.RemoveEventHandler(Http.ExtractPostRequest<ExtractTokenRequestContext>.Descriptor);
        server.AddEventHandler<ExtractTokenRequestContext>(handler => handler
            .UseSingletonHandler(new FormOrQuery<ExtractTokenRequestContext>())
            .SetOrder(Http.ExtractPostRequest<ExtractTokenRequestContext>.Descriptor.Order));
        server.RemoveEventHandler(Http.ExtractPostRequest<ExtractRevocationRequestContext>.Descriptor);
        server.AddEventHandler<ExtractRevocationRequestContext>(handler => handler
            .UseSingletonHandler(new FormOrQuery<ExtractRevocationRequestContext>())
            .SetOrder(Http.ExtractPostRequest<ExtractRevocationRequestContext>.Descriptor.Order));

        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler
            .UseSingletonHandler<ImplicitFlow>()
            .SetOrder(int.MinValue));
        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler
            .UseSingletonHandler(new ScopeCheck(scopes))
            .SetOrder(Authentication.ValidateClientRedirectUri.Descriptor.Order + 500));
        server.AddEventHandler<ValidateTokenRequestContext>(handler => handler
            .UseScopedHandler<DocumentedRefresh>()
            .SetOrder(int.MinValue));
        server.AddEventHandler<ValidateRevocationRequestContext>(handler => handler
            .UseScopedHandler<RevocationBearer>()
            .SetOrder(int.MinValue));
    }

    private static void AddTokenHandlers(OpenIddictServerBuilder server)
    {
        server.AddEventHandler<ValidateTokenContext>(handler => handler
            .UseInlineHandler(static context =>
            {
                context.Token = TokenText.ToReference(context.Token);
                return default;
            })
            .SetOrder(Protection.ValidateReferenceTokenIdentifier.Descriptor.Order - 500));
        server.AddEventHandler<ValidateTokenContext>(handler => handler
            .UseScopedHandler<SpentRefreshTokens>()
            .SetOrder(Protection.ValidateTokenEntry.Descriptor.Order - 500));
        server.AddEventHandler<GenerateTokenContext>(handler => handler
            .UseInlineHandler(static context =>
            {
                context.Token = TokenText.FromReference(context.Token, context.TokenType);
                return default;
            })
            .SetOrder(Protection.AttachTokenPayload.Descriptor.Order + 500));
    }

    private static void AddResponseHandlers(OpenIddictServerBuilder server)
    {
        // They ask for Basic authentication, which DigitalOcean rejects.
        server.RemoveEventHandler(Http.AttachWwwAuthenticateHeader<ApplyTokenResponseContext>.Descriptor);
        server.RemoveEventHandler(Http.AttachWwwAuthenticateHeader<ApplyRevocationResponseContext>.Descriptor);

        server.AddEventHandler<ProcessErrorContext>(handler => handler
            .UseSingletonHandler<ErrorTexts>()
            .SetOrder(AttachErrorParameters.Descriptor.Order + 500));
        server.AddEventHandler<ApplyAuthorizationResponseContext>(handler => handler
            .UseSingletonHandler<ErrorsThatStayHere>()
            .SetOrder(Authentication.AttachRedirectUri.Descriptor.Order + 500));
        server.AddEventHandler<ApplyAuthorizationResponseContext>(handler => handler
            .UseSingletonHandler<ImplicitFlow>()
            .SetOrder(Authentication.AttachRedirectUri.Descriptor.Order + 600));
        server.AddEventHandler<ApplyTokenResponseContext>(handler => handler
            .UseSingletonHandler<TokenAnswer>()
            .SetOrder(50_000));
        server.AddEventHandler<HandleRevocationRequestContext>(handler => handler
            .UseScopedHandler<RevokedPairs>()
            .SetOrder(Revocation.RevokeToken.Descriptor.Order + 500));
    }
}
