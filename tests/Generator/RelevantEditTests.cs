using DoOAuth.Generator.Tests.Harness;
using DoOAuth.Generator.Tests.Shapes;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Generator.Tests;

/// <summary>An edit that matters makes the generator do again what it must, and no more.</summary>
public sealed class RelevantEditTests
{
    private const string Droplets = "Acme.DropletDeck.g.cs";
    private const string DropletExtensions = "Acme.DropletDeck.Extensions.g.cs";
    private const string DropletOpenApi = "Acme.DropletDeck.OpenApi.g.cs";

    [Fact]
    public void A_new_scope_changes_the_class_its_guards_and_its_description()
    {
        var session = Edit(PlainShapes.OpenApi, shape => shape.Replace("App.cs", "public static partial", "[DigitalOceanScope(Scopes.Image.Read)]\npublic static partial"));

        Assert.Equal([DropletExtensions, DropletOpenApi, Droplets], Changed(session).Order(StringComparer.Ordinal));
        Assert.Contains("RequireImageRead", session.Emitted[DropletExtensions], StringComparison.Ordinal);
        Assert.Equal([IncrementalStepRunReason.Modified], session.ReasonsAt(Steps.Declarations));
    }

    [Fact]
    public void A_scope_that_becomes_optional_is_no_longer_asked_for_at_once()
    {
        var session = Edit(PlainShapes.StaticClass, shape => shape.Replace("App.cs", "Scopes.Droplet.Read)", "Scopes.Droplet.Read, Optional = true)"));

        Assert.Contains("RequiredScopes = [\"account:read\"]", session.Emitted[Droplets], StringComparison.Ordinal);
        Assert.Equal([DropletExtensions, Droplets], Changed(session).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Another_path_changes_the_class_alone()
    {
        var session = Edit(PlainShapes.OpenApi, shape => shape.Replace("App.cs", "[DigitalOceanOAuth]", "[DigitalOceanOAuth(LoginPath = \"/in\")]"));

        Assert.Equal([Droplets], Changed(session));
    }

    [Fact]
    public void A_new_hook_in_another_file_changes_the_class_alone()
    {
        var session = Edit(PlainShapes.OpenApi, shape => shape.With("Hooks.cs", """
            namespace Acme;

            partial class DropletDeck
            {
                private static void ConfigureOptions(DoOAuth.DigitalOceanOptions options) => options.SaveTokens = true;
            }
            """));

        Assert.Equal([Droplets], Changed(session));
        Assert.Contains("ConfigureOptions = ConfigureOptions", session.Emitted[Droplets], StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_hook_does_changes_nothing()
    {
        var session = Edit(PartShapes.AttributeOnOnePart, shape => shape.Replace("Hooks.cs", "SaveTokens = true", "SaveTokens = false"));

        Assert.Empty(Changed(session));
        Assert.All(Steps.All, step => Assert.All(session.ReasonsAt(step), IsKept));
    }

    [Fact]
    public void A_changed_constant_in_another_file_is_seen()
    {
        var shape = PlainShapes.StaticClass
            .With("Paths.cs", "internal static class Paths { internal const string Login = \"/in\"; }")
            .Replace("App.cs", "[DigitalOceanOAuth]", "[DigitalOceanOAuth(LoginPath = Paths.Login)]");

        var session = Edit(shape, edited => edited.Replace("Paths.cs", "\"/in\"", "\"/enter\""));

        Assert.Contains("LoginPath = \"/enter\"", session.Emitted[Droplets], StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_to_one_class_leaves_the_other_as_it_was()
    {
        var session = Edit(PartShapes.SeveralClasses, shape => shape.Replace("Admin.cs", "Scopes.Droplet.Delete", "Scopes.Droplet.Update"));

        Assert.All(Changed(session), name => Assert.StartsWith("Acme.Back.Office.", name, StringComparison.Ordinal));
        Assert.NotEmpty(Changed(session));
        Assert.Single(session.ReasonsAt(Steps.Declarations), IncrementalStepRunReason.Modified);
        Assert.Single(session.ReasonsAt(Steps.Applications), IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void A_class_that_goes_takes_its_files_along()
    {
        var session = Edit(PartShapes.SeveralClasses, shape => shape with { Sources = shape.Sources.Remove("Admin.cs") });

        Assert.Equal(["Acme.Shop.Extensions.g.cs", "Acme.Shop.g.cs"], session.Emitted.Keys);
    }

    [Fact]
    public void A_guard_that_two_classes_wanted_goes_to_the_one_that_stays()
    {
        var session = new Session(WrongShapes.SameGuard);
        Assert.DoesNotContain("RequireDropletRead", session.Emitted["OtherDeck.Extensions.g.cs"], StringComparison.Ordinal);

        session.Edit(shape => shape.Replace("App.cs", "[DigitalOceanOAuth]\n[DigitalOceanScope(\"droplet:read\")]", "[DigitalOceanOAuth]"));

        Assert.Contains("RequireDropletRead", session.Emitted["OtherDeck.Extensions.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_to_the_OpenAPI_library_adds_the_description_and_registers_it()
    {
        var session = Edit(PlainShapes.StaticClass, shape => shape with { HasOpenApi = true });

        Assert.Equal([IncrementalStepRunReason.Modified], session.ReasonsAt(Steps.Declarations));
        Assert.Equal([IncrementalStepRunReason.Modified], session.ReasonsAt(Steps.Applications));
        Assert.Contains(DropletOpenApi, session.Emitted.Keys);
        Assert.Contains("AddOpenApi(builder);", session.Emitted[DropletExtensions], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_a_class_stands_in_the_source_decides_nothing()
    {
        var session = Edit(PartShapes.SeveralClasses, shape => shape with
        {
            Sources = shape.Sources.Remove("App.cs").Remove("Admin.cs").Add("A.cs", shape.Sources["Admin.cs"]).Add("B.cs", shape.Sources["App.cs"]),
        });

        Assert.Equal(new Session(PartShapes.SeveralClasses).Emitted, session.Emitted);
    }

    private static Session Edit(Shape shape, Func<Shape, Shape> edit)
    {
        var session = new Session(shape);
        session.Edit(edit);
        return session;
    }

    private static IEnumerable<string> Changed(Session session) => session.OutputsOf(Steps.Sources)
        .Where(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified)
        .Select(output => ((Rendering.SourceFile)output.Value).HintName);

    private static void IsKept(IncrementalStepRunReason reason) =>
        Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"It was {reason}.");
}
