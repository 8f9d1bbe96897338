using DoOAuth.Generator.Model;
using Scriban.Runtime;

namespace DoOAuth.Generator.Rendering;

/// <summary>Renders what is emitted for one annotated class.</summary>
internal static class ApplicationRenderer
{
    private static readonly SourceTemplate File = new("File");
    private static readonly SourceTemplate Nesting = new("Nesting");
    private static readonly SourceTemplate Descriptor = new("Descriptor");
    private static readonly SourceTemplate Part = new("Part");
    private static readonly SourceTemplate Extensions = new("Extensions");
    private static readonly SourceTemplate OpenApi = new("OpenApi");

    private static readonly Lazy<Task> Preparation = new(() => Task.Run(WarmUp));

    private static readonly string GeneratedCode =
        $"[global::System.CodeDom.Compiler.GeneratedCode(\"DoOAuth.Generator\", \"{typeof(ApplicationRenderer).Assembly.GetName().Version.ToString(3)}\")]";

    /// <summary>
    /// Begins to load Scriban and to parse the templates, once in a process. The compiler reads the project meanwhile, on a
    /// thread of its own, so that a build that has just started its compiler does not wait for both in turn.
    /// </summary>
    public static void Prepare() => _ = Preparation.Value;

    /// <summary>The part of the class, its extension class and, where the project describes itself, the OpenAPI transformer.</summary>
    public static IEnumerable<SourceFile> Render(ApplicationModel application, bool hasOpenApi, CancellationToken cancellation)
    {
        var openApi = hasOpenApi && application.AddMethod is not null;
        if (application.HasPart)
        {
            yield return ToFile(application, "", Nest(application, RenderPart(application, cancellation), cancellation), cancellation);
        }

        if (application.HasExtensions)
        {
            yield return ToFile(application, "Extensions", RenderExtensions(application, openApi, cancellation), cancellation);
        }

        if (openApi)
        {
            yield return ToFile(application, "OpenApi", OpenApi.Render(ExtensionValues(application, openApi), cancellation), cancellation);
        }
    }

    // What fails here fails again where it is rendered, and is reported there.
    private static void WarmUp()
    {
        _ = ToFile("", "", CancellationToken.None);
        foreach (var template in new[] { Descriptor, Part, Extensions })
        {
            template.Parse();
        }
    }

    private static string RenderPart(ApplicationModel application, CancellationToken cancellation)
    {
        var values = Values(application);
        values["EmittedConstants"] = application.Constants.Emitted.ToArray();
        values["Descriptor"] = application.IsReachable
            ? Indent(RenderDescriptor(application, "internal", constant => constant.Reference, cancellation))
            : "";
        return Part.Render(values, cancellation);
    }

    private static string RenderExtensions(ApplicationModel application, bool openApi, CancellationToken cancellation)
    {
        var values = ExtensionValues(application, openApi);
        values["Guards"] = application.Scopes.Where(scope => scope.Guard is not null).ToArray();
        values["ApplicationReference"] = application.IsReachable ? $"{application.FullName}.{application.Descriptor}" : "Application";
        values["ClientReference"] = application.IsReachable ? $"{application.FullName}.{application.Client.Name}" : "Client";

        // A class that extension methods cannot name is an error of its own; calls to them compile all the same.
        values["Descriptor"] = application.IsReachable
            ? ""
            : RenderDescriptor(application, "private", constant => constant.Literal, cancellation);
        return Extensions.Render(values, cancellation);
    }

    private static string RenderDescriptor(
        ApplicationModel application,
        string access,
        Func<ConstantModel, string> value,
        CancellationToken cancellation)
    {
        var values = Values(application);
        values["Access"] = access;
        values["RequiredScopes"] = application.Scopes.Where(scope => !scope.IsOptional).ToArray();
        values["OptionalScopes"] = application.Scopes.Where(scope => scope.IsOptional).ToArray();
        values["Hooks"] = new ScriptObject
        {
            ["ConfigureOptions"] = application.Hooks.ConfigureOptions,
            ["ConfigureCookie"] = application.Hooks.ConfigureCookie,
            ["OnSignedIn"] = application.Hooks.OnSignedIn.ToString(),
            ["OnFailed"] = application.Hooks.OnFailed.ToString(),
        };
        values["Values"] = new ScriptObject
        {
            ["Scheme"] = value(application.Constants.Scheme),
            ["LoginPath"] = value(application.Constants.LoginPath),
            ["CallbackPath"] = value(application.Constants.CallbackPath),
            ["LogoutPath"] = value(application.Constants.LogoutPath),
            ["DisconnectPath"] = value(application.Constants.DisconnectPath),
            ["UserPath"] = value(application.Constants.UserPath),
        };
        return Indent(Descriptor.Render(values, cancellation));
    }

    private static ScriptObject ExtensionValues(ApplicationModel application, bool openApi)
    {
        var values = Values(application);
        values["OpenApi"] = openApi;
        return values;
    }

    private static ScriptObject Values(ApplicationModel application) => new()
    {
        ["Application"] = application,
        ["Constants"] = application.Constants,
        ["GeneratedCode"] = GeneratedCode,
    };

    private static string Nest(ApplicationModel application, string body, CancellationToken cancellation)
    {
        foreach (var type in application.ContainingTypes.Reverse())
        {
            body = Nesting.Render(new() { ["Keyword"] = type.Keyword, ["Name"] = type.Name, ["Body"] = Indent(body) }, cancellation);
        }

        return body;
    }

    private static SourceFile ToFile(ApplicationModel application, string suffix, string body, CancellationToken cancellation) => new(
        $"{application.HintName}{(suffix.Length == 0 ? "" : "." + suffix)}.g.cs",
        ToFile(application.Namespace, body, cancellation));

    private static string ToFile(string @namespace, string body, CancellationToken cancellation) =>
        File.Render(new() { ["Namespace"] = @namespace, ["Body"] = body }, cancellation) + "\n";

    // Literals stand on one line, so that no line begins inside one.
    private static string Indent(string text) =>
        string.Join("\n", text.Split('\n').Select(line => line.Length == 0 ? line : "    " + line));
}
