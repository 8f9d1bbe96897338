using Microsoft.AspNetCore.Antiforgery;
using OpenIddict.Abstractions;

namespace DoOAuth.Sandbox.Pages;

/// <summary>What the consent page shows.</summary>
/// <param name="Client">The app that asks.</param>
/// <param name="Request">What it sent.</param>
/// <param name="Users">Who can be picked.</param>
/// <param name="Current">Who is signed in.</param>
/// <param name="Scopes">What is asked for, in words.</param>
/// <param name="Antiforgery">The tokens that go with the form.</param>
internal sealed record ConsentView(
    SandboxClient Client,
    OpenIddictRequest Request,
    IEnumerable<SandboxUser> Users,
    SandboxUser Current,
    IReadOnlyList<ConsentGroup> Scopes,
    AntiforgeryTokenSet Antiforgery);
