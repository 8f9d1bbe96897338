using DoOAuth.Catalog.Symbols;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Applications;

/// <summary>
/// Determines whether an annotated class is used only in this project, so that a missing call is reported.
/// </summary>
internal static class ApplicationReach
{
    /// <summary>
    /// Whether the class is not used elsewhere: the project is a program, or the class is not public, or the project adds or maps the
    /// class itself. A library that only declares a public class leaves this to the projects that reference it.
    /// </summary>
    public static bool EndsHere(INamedTypeSymbol application, Compilation compilation, ApplicationUses uses) =>
        IsProgram(compilation)
        || !IsVisibleOutside(application, compilation.Assembly)
        || uses.IsAdded(application)
        || uses.IsMapped(application);

    private static bool IsProgram(Compilation compilation) => compilation.Options.OutputKind is
        OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication;

    private static bool IsVisibleOutside(INamedTypeSymbol application, IAssemblySymbol assembly) => ReachReader.Of(application) switch
    {
        Reach.Public => true,
        Reach.Internal => assembly.GetAttributes().Any(attribute => attribute.AttributeClass is
        {
            Name: "InternalsVisibleToAttribute",
            ContainingNamespace: { Name: "CompilerServices", ContainingNamespace: { Name: "Runtime", ContainingNamespace.Name: "System" } },
        }),
        _ => false,
    };
}
