using Microsoft.AspNetCore.Builder;

namespace DoOAuth;

/// <summary>A builder for the five endpoints of an application. Conventions that you add to it apply to all of them.</summary>
public sealed class DigitalOceanEndpointConventionBuilder : IEndpointConventionBuilder
{
    internal DigitalOceanEndpointConventionBuilder(
        IEndpointConventionBuilder login,
        IEndpointConventionBuilder callback,
        IEndpointConventionBuilder logout,
        IEndpointConventionBuilder disconnect,
        IEndpointConventionBuilder user)
    {
        Login = login;
        Callback = callback;
        Logout = logout;
        Disconnect = disconnect;
        User = user;
    }

    /// <summary>The <c>GET</c> login endpoint.</summary>
    public IEndpointConventionBuilder Login { get; }

    /// <summary>The <c>GET</c> callback endpoint.</summary>
    public IEndpointConventionBuilder Callback { get; }

    /// <summary>The <c>POST</c> logout endpoint.</summary>
    public IEndpointConventionBuilder Logout { get; }

    /// <summary>The <c>POST</c> disconnect endpoint.</summary>
    public IEndpointConventionBuilder Disconnect { get; }

    /// <summary>The <c>GET</c> user endpoint.</summary>
    public IEndpointConventionBuilder User { get; }

    private IEndpointConventionBuilder[] All => [Login, Callback, Logout, Disconnect, User];

    /// <inheritdoc />
    public void Add(Action<EndpointBuilder> convention) => Array.ForEach(All, endpoint => endpoint.Add(convention));

    /// <inheritdoc />
    public void Finally(Action<EndpointBuilder> finallyConvention) => Array.ForEach(All, endpoint => endpoint.Finally(finallyConvention));
}
