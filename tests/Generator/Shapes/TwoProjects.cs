using DoOAuth.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Generator.Tests.Shapes;

/// <summary>Two projects with annotated classes, the second of which sees the first one's internals.</summary>
internal static class TwoProjects
{
    public static readonly Shape First = new("First", """
        using System.Runtime.CompilerServices;
        using DoOAuth;

        [assembly: InternalsVisibleTo("Shape")]

        namespace Acme;

        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Droplet.Read)]
        internal static partial class DropletDeck;
        """)
    {
        HasOpenApi = true,
    };

    public static readonly Shape Second = new("SecondOfTwoProjects", """
        using DoOAuth;
        using Microsoft.AspNetCore.Routing;

        namespace Acme;

        [DigitalOceanOAuth(LoginPath = "/2", CallbackPath = "/3", LogoutPath = "/4", DisconnectPath = "/5", UserPath = "/6", GuardPrefix = "Image")]
        [DigitalOceanScope(Scopes.Droplet.Read)]
        internal static partial class ImageDeck
        {
            internal static RouteGroupBuilder Both(RouteGroupBuilder group) => group.RequireDropletRead().RequireImageDropletRead();
        }
        """)
    {
        HasOpenApi = true,
        MoreReferences = [Compile(First)],
    };

    private static PortableExecutableReference Compile(Shape shape)
    {
        using var image = new MemoryStream();
        var result = new Session(shape).Output.WithAssemblyName("First").Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
