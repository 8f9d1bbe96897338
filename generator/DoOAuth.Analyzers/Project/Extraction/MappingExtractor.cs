using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Project.Libraries;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Extracts where an app maps the types of a framework, and with which builder.</summary>
internal sealed class MappingExtractor(ProjectSummary summary, BuilderTypes types, Lazy<ApplicationSet> applications, Lazy<LibraryDescriptions> libraries)
{
    private readonly BuilderReader _builders = new(types, applications, libraries);

    /// <summary>Extracts the mapping, if the call is one.</summary>
    public void Call(IInvocationOperation call, ISymbol containing)
    {
        if (call.TargetMethod is { Name: "Invoke", ContainingType.Name: "MethodBase" or "MethodInfo" })
        {
            Reflect(call);
            return;
        }

        if (FrameworkMethods.FamilyOf(call.TargetMethod) is not { } family)
        {
            return;
        }

        var builder = call.Instance ?? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;
        var mapped = family is EndpointFamily.Hubs or EndpointFamily.Grpc ? call.TargetMethod.TypeArguments.FirstOrDefault() : null;
        var mapping = new TypeMapping(
            new BuilderOrigin(BuilderKind.Call, CodeKey.Of(call.Syntax)),
            CodeKey.Enclosing(call, containing),
            CodeKey.Of(containing),
            _builders.Origins(builder),
            family,
            mapped as INamedTypeSymbol,
            call.TargetMethod.Name is not "MapControllers" && family == EndpointFamily.Controllers,
            call.Syntax)
        {
            Parameter = mapped as ITypeParameterSymbol,
        };
        if (family == EndpointFamily.Carter)
        {
            PassToModules(call, builder, mapping);
        }

        summary.Mappings.Enqueue(mapping);
    }

    private void Reflect(IInvocationOperation call)
    {
        foreach (var value in call.Arguments.SelectMany(argument => argument.Value.DescendantsAndSelf()).Where(value => value is not IConversionOperation && types.Includes(value.Type)))
        {
            summary.Reflected.Enqueue(_builders.Origins(value));
        }
    }

    // Carter calls this method of each module with the builder.
    private void PassToModules(IInvocationOperation call, IOperation? builder, TypeMapping mapping)
    {
        if (call.TargetMethod.ContainingAssembly.GetTypeByMetadataName("Carter.ICarterModule") is { } module
            && module.GetMembers("AddRoutes").OfType<IMethodSymbol>().FirstOrDefault() is { } addRoutes)
        {
            ImmutableArray<BuilderArgument> arguments = [new BuilderArgument(0, mapping.Around, [.. _builders.CertainOrigins(builder, call)], [])];
            summary.Passes.Enqueue(new BuilderCallSite(
                mapping.Origin, mapping.From, mapping.Member, CallTarget.Of(addRoutes, isVirtual: true, null, null), arguments, call.Syntax.GetLocation()));
        }
    }
}
