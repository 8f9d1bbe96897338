using Microsoft.AspNetCore.Antiforgery;
using OpenIddict.Abstractions;

namespace DoOAuth.Sandbox.Pages;

/// <summary>The data of the consent page.</summary>
/// <param name="Client">The app that requests access.</param>
/// <param name="Request">Its request.</param>
/// <param name="Users">The users to choose from.</param>
/// <param name="Current">The signed-in user.</param>
/// <param name="Scopes">The requested scopes in words.</param>
/// <param name="Antiforgery">The form's antiforgery tokens.</param>
internal sealed record ConsentView(
    SandboxClient Client,
    OpenIddictRequest Request,
    IEnumerable<SandboxUser> Users,
    SandboxUser Current,
    IReadOnlyList<ConsentGroup> Scopes,
    AntiforgeryTokenSet Antiforgery);
