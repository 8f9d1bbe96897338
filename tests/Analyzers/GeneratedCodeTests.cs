using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.Catalog.Names;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Tests;

/// <summary>The rules and the generator agree.</summary>
public sealed class GeneratedCodeTests
{
    private const string TwoApplications = """
        using DoOAuth;

        namespace Acme;

        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Account.Read)]
        [DigitalOceanScope(Scopes.BlockStorage.Create, Optional = true)]
        public static partial class dropletDeck;

        [DigitalOceanOAuth(
            GuardPrefix = "Admin",
            LoginPath = "/admin/login",
            CallbackPath = "/admin/callback",
            LogoutPath = "/admin/logout",
            DisconnectPath = "/admin/disconnect",
            UserPath = "/admin/me")]
        [DigitalOceanScope(Scopes.BlockStorage.Create)]
        public static partial class AdminDeck;
        """;

    [Fact]
    public async Task Two_applications_that_keep_apart_compile_without_a_word() =>
        Assert.Empty(await UserProject.DiagnosticsAsync(TwoApplications));

    [Fact]
    public void The_names_that_are_compared_are_the_names_that_are_generated()
    {
        var compilation = UserProject.Compile(TwoApplications);
        var expected = new[]
        {
            EmittedNames.AddMethod("dropletDeck"),
            EmittedNames.MapMethod("dropletDeck"),
            EmittedNames.Guard("", Scopes.Account.Read),
            EmittedNames.Guard("", Scopes.BlockStorage.Create),
            EmittedNames.AddMethod("AdminDeck"),
            EmittedNames.MapMethod("AdminDeck"),
            EmittedNames.Guard("Admin", Scopes.BlockStorage.Create),
        };
        var generated = compilation.GetSymbolsWithName(_ => true, SymbolFilter.Member)
            .OfType<IMethodSymbol>().Where(method => method.IsExtensionMethod).Select(method => method.Name);
        Assert.Equal(expected.Order(StringComparer.Ordinal), generated.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_paths_that_are_compared_are_the_paths_that_are_generated()
    {
        var application = UserProject.Compile(TwoApplications).GetTypeByMetadataName("Acme.dropletDeck")!;
        Assert.True(ApplicationDeclaration.TryRead(application, CancellationToken.None, out var annotatedClass));
        Assert.All(EndpointPath.Of(annotatedClass), endpoint =>
            Assert.Equal(endpoint.Path, ((IFieldSymbol)application.GetMembers(endpoint.Property).Single()).ConstantValue));
        Assert.Equal(annotatedClass.Scheme, ((IFieldSymbol)application.GetMembers("Scheme").Single()).ConstantValue);
    }
}
