using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;

namespace DoOAuth;

/// <summary>
/// An <see cref="HttpClient"/> for DigitalOcean's API that acts for the signed-in user: relative addresses such as <c>/v2/droplets</c>
/// lead to the API, and the user's token goes along, to the API only.
/// </summary>
public class DigitalOceanClient : HttpClient, IEndpointParameterMetadataProvider
{
    /// <summary>Makes a client. Generated code does, through dependency injection; a test may, with a handler of its own.</summary>
    /// <param name="handler">The handler that adds the user's token.</param>
    public DigitalOceanClient(DigitalOceanClientHandler handler)
        : base(handler, disposeHandler: false)
    {
        ArgumentNullException.ThrowIfNull(handler);
        BaseAddress = handler.ApiBaseAddress;
    }

    /// <inheritdoc />
#pragma warning disable CA1033 // Static, and for the framework: a derived client has nothing to call here.
    static void IEndpointParameterMetadataProvider.PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
#pragma warning restore CA1033
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(PersonalAnswer.NoOutputCaching);
    }
}
