using DoOAuth.Generator.Model;
using DoOAuth.Generator.Rendering.Templates;

namespace DoOAuth.Generator.Rendering;

/// <summary>Renders the files of one application.</summary>
internal static class ApplicationRenderer
{
    /// <summary>The part of the class, its extension class and, if the project uses OpenAPI, the OpenAPI transformer.</summary>
    public static IEnumerable<SourceFile> Render(ApplicationModel application)
    {
        if (application.HasPart)
        {
            yield return ToFile(application, "", Nest(application, RenderPart(application)));
        }

        if (application.HasExtensions)
        {
            yield return ToFile(application, ".Extensions", RenderExtensions(application));
        }

        if (application.OpenApi is { } openApi)
        {
            yield return ToFile(application, ".OpenApi", new OpenApiTemplate { Application = application, Names = openApi }.Render());
        }
    }

    private static string RenderPart(ApplicationModel application) => new PartTemplate
    {
        Application = application,
        Descriptor = application.IsReachable
            ? Indent(Indent(new DescriptorTemplate { Application = application, Access = "internal", IsMember = true }.Render()))
            : "",
    }.Render();

    // A class that extension methods cannot name is a separate error. Calls to the methods compile anyway.
    private static string RenderExtensions(ApplicationModel application) => new ExtensionsTemplate
    {
        Application = application,
        Descriptor = application.IsReachable
            ? ""
            : Indent(new DescriptorTemplate { Application = application, Access = "private", IsMember = false }.Render()),
    }.Render();

    private static string Nest(ApplicationModel application, string body)
    {
        foreach (var type in application.ContainingTypes.Reverse())
        {
            body = new NestingTemplate { Type = type, Body = Indent(body) }.Render();
        }

        return body;
    }

    private static SourceFile ToFile(ApplicationModel application, string suffix, string body) => new(
        $"{application.HintName}{suffix}.g.cs",
        new FileTemplate { Namespace = application.Namespace, Body = body }.Render() + "\n");

    // Literals are on one line, so that no line starts inside one.
    private static string Indent(string text) =>
        string.Join("\n", text.Split('\n').Select(line => line.Length == 0 ? line : "    " + line));
}
