using Microsoft.AspNetCore.Builder;

namespace DoOAuth;

/// <summary>The five endpoints of an application. Conventions added to it apply to all of them.</summary>
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

    /// <summary><c>GET</c> login.</summary>
    public IEndpointConventionBuilder Login { get; }

    /// <summary><c>GET</c> callback.</summary>
    public IEndpointConventionBuilder Callback { get; }

    /// <summary><c>POST</c> logout.</summary>
    public IEndpointConventionBuilder Logout { get; }

    /// <summary><c>POST</c> disconnect.</summary>
    public IEndpointConventionBuilder Disconnect { get; }

    /// <summary><c>GET</c> the signed-in user.</summary>
    public IEndpointConventionBuilder User { get; }

    private IEndpointConventionBuilder[] All => [Login, Callback, Logout, Disconnect, User];

    /// <inheritdoc />
    public void Add(Action<EndpointBuilder> convention) => Array.ForEach(All, endpoint => endpoint.Add(convention));

    /// <inheritdoc />
    public void Finally(Action<EndpointBuilder> finallyConvention) => Array.ForEach(All, endpoint => endpoint.Finally(finallyConvention));
}
