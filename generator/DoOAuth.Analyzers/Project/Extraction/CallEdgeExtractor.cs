using System.Collections.Immutable;
using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Project.Libraries;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Extracts the edges of a project's call graph.</summary>
internal sealed class CallEdgeExtractor(ProjectSummary summary, IAssemblySymbol project, Lazy<LibraryDescriptions> libraries)
{
    public void Call(IInvocationOperation call, ISymbol containing)
    {
        var method = call.TargetMethod;
        if (method.MethodKind != MethodKind.DelegateInvoke && IsFollowed(method))
        {
            Add(call, containing, CallTarget.Of(call), call.Instance, call.Arguments);
        }
        else if (method.MethodKind != MethodKind.DelegateInvoke && call.Instance is IMemberReferenceOperation collection)
        {
            foreach (var argument in call.Arguments)
            {
                Hold(collection, argument.Value);
            }
        }
        else if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            var handlers = HandlerReader.Read(call.Instance).Where(handler => handler.Ordinal is null && handler.Code.Key.Symbol is not (IFieldSymbol or IPropertySymbol)).ToList();
            foreach (var handler in handlers)
            {
                // One of several that a question chose is followed from where it is made.
                if (handlers.Count > 1 && handler.Code.Method is { MethodKind: MethodKind.AnonymousFunction } && ScopeQuestions.MayBeInFile(call.Syntax.SyntaxTree))
                {
                    continue;
                }

                Add(call, containing, handler.Code, call.Instance, call.Arguments);
            }

            if (call.Instance is IMemberReferenceOperation { Member: var held } && IsOwn(held))
            {
                Add(call, containing, new CallTarget(CodeKey.Of(held)), call.Instance, call.Arguments);
            }
        }
    }

    /// <summary>A message that is sent: to a mediator, a bus, or a dispatcher of the project's own that finds the handler at run time.</summary>
    public void Message(IInvocationOperation call, ISymbol containing)
    {
        if (MessageMethods.MaySend(call.TargetMethod.Name) && MessageMethods.MaySend(call.TargetMethod))
        {
            Sent(call, containing);
        }
    }

    private void Sent(IInvocationOperation call, ISymbol containing)
    {
        foreach (var argument in call.Arguments.Where(argument => !ClientTypes.IsDigitalOcean(argument.Value.Type)))
        {
            foreach (var message in TypesOf(Branches.Written(argument.Value)).Where(message => (message is ITypeParameterSymbol || UserCode.Includes(message)) && MayDispatch(call.TargetMethod, argument.Parameter, message)))
            {
                summary.Edges.Enqueue(new CallEdge(
                    CodeKey.Enclosing(call, containing), new CallTarget(default) { Message = message }, IsOwn(call.TargetMethod) && ScopeQuestions.IsAskedIn(call.TargetMethod) ? ConditionFlow.At(call).Add(PathCondition.OfUnknown(call.Syntax, answer: true)) : ConditionFlow.At(call), call.Syntax.GetLocation()));
            }
        }
    }

    public void Creation(IObjectCreationOperation creation, ISymbol containing)
    {
        if (creation.Constructor is not { } constructor || !IsFollowed(constructor))
        {
            return;
        }

        Add(creation, containing, new CallTarget(CodeKey.Of(constructor), constructor), null, creation.Arguments);
        MemberEdges.Base(constructor, creation, summary);

        // A result that is returned is executed.
        if ((Implementation(constructor.ContainingType, "IResult", "ExecuteAsync") ?? Implementation(constructor.ContainingType, "IActionResult", "ExecuteResultAsync")) is { } execution)
        {
            Add(creation, containing, new CallTarget(CodeKey.Of(execution), execution), null, []);
        }
    }

    public void Reference(IMethodReferenceOperation reference, ISymbol containing)
    {
        if (IsFollowed(reference.Method))
        {
            summary.Delegated.TryAdd(CodeKey.Of(reference.Method), true);
            Add(reference, containing, CallTarget.Of(reference), null, []);
        }
    }

    public void Lambda(IAnonymousFunctionOperation lambda, ISymbol containing) =>
        Add(lambda, containing, new CallTarget(CodeKey.Of(lambda.Syntax)), null, [], LambdaRuns.At(lambda));

    public void Read(IPropertyReferenceOperation reference, ISymbol containing)
    {
        var property = reference.Property;
        if (!IsOwn(property))
        {
            if (property.GetMethod is { } described && IsFollowed(described))
            {
                Add(reference, containing, CallTarget.Of(described, isVirtual: true, reference.ConstrainedToType, reference.Instance), reference.Instance, reference.Arguments);
            }

            return;
        }

        if (MayHoldCode(property.Type) && IsRead(reference))
        {
            Add(reference, containing, new CallTarget(CodeKey.Of((ISymbol)property)), null, []);
        }

        if (property.GetMethod is { } getter && PropertyBodies.HasBody(property))
        {
            var isVirtual = reference.Instance is not IInstanceReferenceOperation { Syntax: Microsoft.CodeAnalysis.CSharp.Syntax.BaseExpressionSyntax };
            Add(reference, containing, CallTarget.Of(getter, isVirtual, reference.ConstrainedToType, reference.Instance), reference.Instance, reference.Arguments);
        }
    }

    public void Read(IFieldReferenceOperation reference, ISymbol containing)
    {
        if (MayHoldCode(reference.Field.Type) && IsRead(reference) && ReferenceEquals(reference.Field.ContainingAssembly, project))
        {
            Add(reference, containing, new CallTarget(CodeKey.Of((ISymbol)reference.Field)), null, []);
        }
    }

    /// <summary>A delegate that is stored in a field or property. Code that reads it there can run it.</summary>
    public void Assignment(ISimpleAssignmentOperation assignment, ISymbol containing)
    {
        if ((assignment.Target is IPropertyReferenceOperation { Property.IsIndexer: true, Instance: IMemberReferenceOperation collection } ? collection : assignment.Target as IMemberReferenceOperation) is { } held)
        {
            Hold(held, assignment.Value);
        }

        if (assignment.Target is IPropertyReferenceOperation { Property: { SetMethod: { IsInitOnly: false } setter } set } target && IsOwn(set) && PropertyBodies.HasBody(set))
        {
            Add(assignment, containing, CallTarget.Of(setter, isVirtual: true, target.ConstrainedToType, target.Instance), target.Instance, []);
        }

        if (assignment.Target is IMemberReferenceOperation { Member: var member } && MayHoldCode(assignment.Type) && (IsOwn(member) || libraries.Value.Run(member)))
        {
            foreach (var handler in HandlerReader.Read(assignment.Value).Where(handler => handler.Ordinal is null))
            {
                summary.Edges.Enqueue(new CallEdge(CodeKey.Of(member), handler.Code, [], assignment.Syntax.GetLocation()));
            }
        }
    }

    /// <summary>The method of a type that implements an interface of ASP.NET Core.</summary>
    public static IMethodSymbol? Implementation(ITypeSymbol type, string interfaceName, string method)
    {
        foreach (var candidate in type.AllInterfaces)
        {
            if (candidate.Name == interfaceName
                && candidate.ContainingNamespace is { Name: "Http" or "Mvc", ContainingNamespace.Name: "AspNetCore" }
                && candidate.GetMembers(method) is [IMethodSymbol member])
            {
                return type.FindImplementationForInterfaceMember(member) as IMethodSymbol;
            }
        }

        return null;
    }

    // What takes just this type uses it itself, and a library's method cannot know the project's types.
    private bool MayDispatch(IMethodSymbol method, IParameterSymbol? parameter, ITypeSymbol message) => IsOwn(method)
        ? method.IsAbstract || !SymbolEqualityComparer.Default.Equals(parameter?.OriginalDefinition.Type.OriginalDefinition, message.OriginalDefinition)
        : (method.ReducedFrom is { } reduced && parameter is not null ? reduced.Parameters.ElementAtOrDefault(parameter.Ordinal + 1) ?? parameter : parameter)?.OriginalDefinition.Type
            is { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.TypeParameter or TypeKind.Interface };

    // Code of the project, code that a library describes, and interfaces that code of the project may implement.
    private bool IsFollowed(IMethodSymbol method) =>
        IsOwn(method) || (UserCode.Includes(method) && (method.IsAbstract || libraries.Value.Describe(method)));

    private bool IsOwn(ISymbol member) => ReferenceEquals(member.ContainingAssembly, project);

    // Delegates, and values that are created when they are first needed.
    private static bool MayHoldCode(ITypeSymbol? type) => type is { TypeKind: TypeKind.Delegate } or { Name: "Lazy" or "Delegate" } || HoldsMany(type);

    private static bool HoldsMany(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { ElementType: { TypeKind: TypeKind.Delegate } } => true,
        INamedTypeSymbol { TypeKind: not TypeKind.Delegate, TypeArguments: [.., { TypeKind: TypeKind.Delegate }] } collection => collection.AllInterfaces.Append(collection).Any(one => one.SpecialType == SpecialType.System_Collections_IEnumerable),
        _ => false,
    };

    // A collection of delegates holds those that are put into it, at once or one by one.
    private void Hold(IMemberReferenceOperation member, IOperation added)
    {
        if (IsOwn(member.Member) && HoldsMany(member.Type))
        {
            foreach (var handler in DelegatesIn(added).SelectMany(one => HandlerReader.Read(one)).Where(handler => handler.Ordinal is null))
            {
                summary.Edges.Enqueue(new CallEdge(CodeKey.Of(member.Member), handler.Code, [], added.Syntax.GetLocation()));
            }
        }
    }

    private static IEnumerable<IOperation> DelegatesIn(IOperation value) => value is IAnonymousFunctionOperation or IMethodReferenceOperation ? [value] : value.ChildOperations.SelectMany(DelegatesIn);

    // What is called there leads to what the member holds by itself, and what is assigned there runs nothing.
    private static bool IsRead(IMemberReferenceOperation reference) => reference.Parent switch
    {
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call => call.Instance != reference,
        ISimpleAssignmentOperation assignment => assignment.Target != reference,
        _ => true,
    };

    private void Add(IOperation operation, ISymbol containing, CallTarget target, IOperation? receiver, ImmutableArray<IArgumentOperation> arguments) => Add(operation, containing, target, receiver, arguments, []);

    private void Add(IOperation operation, ISymbol containing, CallTarget target, IOperation? receiver, ImmutableArray<IArgumentOperation> arguments, ImmutableArray<PathCondition> told)
    {
        if (told.IsDefault)
        {
            return;
        }

        ITypeSymbol? client = receiver is null ? null : ClientOf(receiver);
        foreach (var argument in arguments)
        {
            client ??= ClientOf(argument.Value);
        }

        summary.Edges.Enqueue(new CallEdge(CodeKey.Enclosing(operation, containing), target, told.IsEmpty ? ConditionFlow.At(operation) : ConditionFlow.At(operation).AddRange(told), operation.Syntax.GetLocation())
        {
            Call = arguments.IsEmpty && receiver is null ? null : operation.Syntax,
            Client = client,
            Texts = target.Method is { IsExtensionMethod: false } ? ForwardedTexts.In(arguments) : default,
        });
    }

    // The types that a value may have, where a variable has it as an interface.
    private static IEnumerable<ITypeSymbol> TypesOf(IOperation value) =>
        (value is ILocalReferenceOperation { Type: { TypeKind: TypeKind.Interface } or { IsAbstract: true } or { SpecialType: SpecialType.System_Object } } ? ValueReader.OfFile().Origins(value).Add(value) : [value])
            .Select(origin => origin?.Type)
            .OfType<ITypeSymbol>()
            .Where(type => type is INamedTypeSymbol { SpecialType: SpecialType.None } or ITypeParameterSymbol { ConstraintTypes.IsEmpty: false })
            .Distinct<ITypeSymbol>(SymbolEqualityComparer.Default);

    // The type that the client has before it becomes a plain DigitalOceanClient.
    private static ITypeSymbol? ClientOf(IOperation value)
    {
        value = Branches.Written(value);
        return value.Type is { TypeKind: TypeKind.Class, BaseType: not null } type && ClientTypes.IsDigitalOcean(type) ? type : null;
    }
}
