using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Project.Libraries;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Extracts endpoints, groups, their guards, and the methods that their builders are passed to.</summary>
internal sealed class BuilderExtractor(ProjectSummary summary, BuilderTypes types, GuardReader guards, Lazy<ApplicationSet> applications, Lazy<LibraryDescriptions> libraries)
{
    private readonly BuilderReader _builders = new(types, applications, libraries);
    private readonly BuilderFilters _filters = new(summary, new BuilderReader(types, applications, libraries));
    private readonly BuilderPasses _passes = new(summary, types, new BuilderReader(types, applications, libraries));

    public void Call(IInvocationOperation call, ISymbol containing, bool isOwn)
    {
        var method = call.TargetMethod;
        if (EndpointMethods.MapsEndpoint(method))
        {
            summary.Endpoints.Enqueue(Endpoint(call, containing));
        }
        else if (EndpointMethods.MapsGroup(method))
        {
            summary.Groups.Enqueue(Endpoint(call, containing));
        }
        else if (EndpointMethods.AddsFilter(method))
        {
            _filters.Call(call);
        }
        else if (GuardReader.MayGuard(method.Name) && guards.Of(call) is { IsEmpty: false } put)
        {
            PutOn(put, call);
        }
        else if (!isOwn && TakesBuilder(call) && libraries.Value.EndpointsOf(method).ToList() is { Count: > 0 } mapped)
        {
            Library(call, containing, mapped);
        }
        else if (!isOwn && method.MethodKind != MethodKind.DelegateInvoke && TakesFunctionOnBuilder(call))
        {
            // As List<T>.ForEach does: what the delegate adds to each is not known.
            foreach (var value in call.Arguments.Select(argument => argument.Value).Concat(call.Instance is { } all ? [all] : []))
            {
                _passes.Elements(value, BuilderPasses.Any);
            }
        }
        else if (!isOwn && method.Name is "Add" or "Append" or "Prepend" or "Insert" or "AddRange" or "Enqueue" or "Push" && !UserCode.Includes(method) && !types.Includes(method.ContainingType))
        {
            // What is added to a list may get guards there.
            foreach (var argument in call.Arguments)
            {
                _passes.Unknown(argument.Value);
            }
        }
        else if (!isOwn && TakesBuilder(call) && types.Includes(call.Type) && LibraryCode.KnowsScopes(method))
        {
            _passes.Unknown(BuilderOf(call));
        }
        else if (isOwn && ParamsOf(call) is { } list && !TakesBuilder(call))
        {
            // What a method does with each of a list is not known.
            _passes.Elements(list, BuilderPasses.Any);
        }
        else if (isOwn && (TakesBuilder(call) || types.Includes(call.Type)) && _builders.IsOwn(method))
        {
            _passes.Call(call, containing, CallTarget.Of(call));
        }
        else if (method.MethodKind == MethodKind.DelegateInvoke && TakesBuilder(call))
        {
            foreach (var handler in HandlerReader.Read(call.Instance))
            {
                _passes.Call(call, containing, handler.Code, handler.Ordinal);
            }
        }
    }

    /// <summary>A class or record that is made with a builder.</summary>
    public void Creation(IObjectCreationOperation creation, ISymbol containing)
    {
        foreach (var argument in creation.Arguments)
        {
            if (types.Includes(argument.Parameter?.Type))
            {
                _passes.Creation(creation, containing);
                return;
            }
        }
    }

    /// <summary>An endpoint in a sequence may get guards from the code that reads it.</summary>
    public void Yielded(IOperation value) => _passes.Unknown(value);

    // Of what cannot be read, nothing says that it is not enough.
    private void PutOn(ImmutableArray<Guard> put, IInvocationOperation call)
    {
        var builder = BuilderOf(call);
        var certain = _builders.CertainOrigins(builder, call).ToList();
        foreach (var guard in put)
        {
            foreach (var origin in certain)
            {
                summary.Guards.Enqueue((origin, guard));
            }

            // Nothing says that it is not put on those that may be meant.
            if (guard.Kind == GuardKind.Unreadable || _builders.IsElsewhere(builder, call))
            {
                foreach (var origin in _builders.Origins(builder).Except(certain))
                {
                    summary.Guards.Enqueue((origin, guard));
                }
            }
        }

        if (_builders.ListOf(builder) is { } list)
        {
            _passes.Elements(list, put);
        }
    }

    public void Return(IReturnOperation statement, ISymbol containing)
    {
        if (statement.ReturnedValue is { } value && types.Includes(value.Type))
        {
            summary.Returns.Enqueue((CodeKey.Enclosing(statement, containing), _builders.Origins(value)));
        }
    }

    public void Assignment(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is IMemberReferenceOperation { Member: { DeclaringSyntaxReferences.IsEmpty: false } member } && types.Includes(assignment.Type))
        {
            summary.Members.Enqueue((CodeKey.Of(member), _builders.Origins(assignment.Value)));
        }
    }

    /// <summary>A field or property that begins with a builder.</summary>
    public void Initializer(ISymbolInitializerOperation initializer)
    {
        if (types.Includes(initializer.Value.Type))
        {
            foreach (var member in (initializer as IFieldInitializerOperation)?.InitializedFields.OfType<ISymbol>() ?? ((IPropertyInitializerOperation)initializer).InitializedProperties)
            {
                summary.Members.Enqueue((CodeKey.Of(member), _builders.Origins(initializer.Value)));
            }
        }
    }

    private bool TakesBuilder(IInvocationOperation call)
    {
        if (types.Includes(call.Instance?.Type))
        {
            return true;
        }

        foreach (var argument in call.Arguments)
        {
            if (types.Includes(argument.Parameter?.Type))
            {
                return true;
            }
        }

        return false;
    }

    private IOperation? ParamsOf(IInvocationOperation call) => call.Arguments is [.., { ArgumentKind: ArgumentKind.ParamArray, Parameter.Type: IArrayTypeSymbol { ElementType: var type }, Value: var list }] && types.Includes(type) ? list : null;

    // Asked for each call of a library, so nothing is made for it.
    private bool TakesFunctionOnBuilder(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Type is INamedTypeSymbol { TypeKind: TypeKind.Delegate, DelegateInvokeMethod.Parameters: { IsEmpty: false } parameters } && parameters.Any(parameter => types.Includes(parameter.Type)))
            {
                return true;
            }
        }

        return false;
    }

    private EndpointSite Endpoint(IInvocationOperation call, ISymbol containing) =>
        new(
            new BuilderOrigin(BuilderKind.Call, CodeKey.Of(call.Syntax)),
            CodeKey.Enclosing(call, containing),
            CodeKey.Of(containing),
            _builders.Origins(BuilderOf(call)),
            HandlerReader.Read(EndpointMethods.HandlerOf(call.TargetMethod) is { } handler ? ArgumentAt(handler.Ordinal, call) : null),
            VerbOf(call),
            call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name is "pattern" or "prefix")?.Value.ConstantValue.Value as string,
            NameOf(call));

    // A method of a library is like a group: what is added to the builder that it returns affects the endpoints that it maps.
    private void Library(IInvocationOperation call, ISymbol containing, List<LibraryEndpoint> mapped)
    {
        var group = new EndpointSite(
            new BuilderOrigin(BuilderKind.Call, CodeKey.Of(call.Syntax)), CodeKey.Enclosing(call, containing), CodeKey.Of(containing), _builders.Origins(BuilderOf(call)), [], null, "", NameOf(call));
        summary.Groups.Enqueue(group);
        for (var index = 0; index < mapped.Count; index++)
        {
            var endpoint = mapped[index];
            summary.Endpoints.Enqueue(group with
            {
                Origin = group.Origin with { Ordinal = index + 1 },
                Around = [group.Origin],
                Handlers = [new Handler(new CallTarget(endpoint.Code))],
                Verb = endpoint.Verb,
                Pattern = endpoint.Pattern,
            });
            summary.Edges.Enqueue(new CallEdge(group.From, new CallTarget(endpoint.Code), [], call.Syntax.GetLocation()));
        }
    }

    private static IOperation? BuilderOf(IInvocationOperation call) => call.Instance ?? ArgumentAt(0, call);

    // Named arguments can be in any order.
    private static IOperation? ArgumentAt(int ordinal, IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal)?.Value;

    private static string? VerbOf(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "MapGet" => "GET",
        "MapPost" => "POST",
        "MapPut" => "PUT",
        "MapDelete" => "DELETE",
        "MapPatch" => "PATCH",
        "MapMethods" when call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "httpMethods")?.Value is { } methods =>
            methods.DescendantsAndSelf().Select(method => method.ConstantValue.Value).OfType<string>().Distinct().ToList() is { Count: > 0 } verbs
                ? string.Join("|", verbs).ToUpperInvariant()
                : null,
        _ => null,
    };

    // From the name to the bracket, which is one line in a chain, and where a fix finds the call.
    private static Location NameOf(IInvocationOperation call) => call.Syntax is InvocationExpressionSyntax { Expression: var expression }
        ? (expression is MemberAccessExpressionSyntax { Name: var name } ? name : expression).GetLocation()
        : call.Syntax.GetLocation();
}
