using System.Collections.Concurrent;
using System.Collections.Immutable;
using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Project.Libraries;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Extracts the edges of a project's call graph.</summary>
internal sealed class CallEdgeExtractor(ProjectSummary summary, IAssemblySymbol project, Lazy<LibraryDescriptions> libraries)
{
    private readonly ConcurrentDictionary<ISymbol, bool> _bases = new(SymbolEqualityComparer.Default);

    public void Call(IInvocationOperation call, ISymbol containing)
    {
        var method = call.TargetMethod;
        if (method.MethodKind != MethodKind.DelegateInvoke && IsFollowed(method))
        {
            Add(call, containing, TargetOf(call), call.Instance, call.Arguments);
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

            var own = HandlerReader.OfObject(call.Instance);
            foreach (var handler in own)
            {
                Add(call, containing, handler.Code, call.Instance, call.Arguments);
            }

            if (own.IsEmpty && call.Instance is IMemberReferenceOperation { Member: var held } && IsOwn(held))
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
        Base(constructor);

        // A result that is returned is executed.
        if ((Implementation(constructor.ContainingType, "IResult", "ExecuteAsync") ?? Implementation(constructor.ContainingType, "IActionResult", "ExecuteResultAsync")) is { } execution)
        {
            Add(creation, containing, new CallTarget(CodeKey.Of(execution), execution), null, []);
        }
    }

    // A constructor that names no other of the base class calls the one without parameters.
    private void Base(IMethodSymbol constructor)
    {
        if (constructor.ContainingType.BaseType is { } type
            && ReferenceEquals(type.ContainingAssembly, project)
            && type.InstanceConstructors.FirstOrDefault(candidate => candidate.Parameters.IsEmpty) is { } inherited
            && constructor.DeclaringSyntaxReferences.All(declaration => declaration.GetSyntax() is ConstructorDeclarationSyntax { Initializer: null } or TypeDeclarationSyntax { BaseList: null } or TypeDeclarationSyntax { BaseList.Types: [not PrimaryConstructorBaseTypeSyntax, ..] })
            && _bases.TryAdd(constructor.OriginalDefinition, true))
        {
            summary.Edges.Enqueue(new CallEdge(CodeKey.Of(constructor), new CallTarget(CodeKey.Of(inherited), inherited, IsOnThis: true), [], constructor.Locations[0]));
            Base(inherited);
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

        if (HeldCodeExtractor.MayHoldCode(property.Type) && HeldCodeExtractor.IsRead(reference))
        {
            Add(reference, containing, new CallTarget(CodeKey.Of((ISymbol)property)), null, []);
        }

        if (PropertyBodies.HasBody(property))
        {
            var (isSet, isRead) = (reference.Parent is IAssignmentOperation assigned && assigned.Target == reference, reference.Parent is not ISimpleAssignmentOperation simple || simple.Target != reference);
            Accessor(reference, containing, isRead ? property.GetMethod : null);
            Accessor(reference, containing, isSet ? property.SetMethod : null);
        }
    }

    private void Accessor(IPropertyReferenceOperation reference, ISymbol containing, IMethodSymbol? accessor)
    {
        if (accessor is not null)
        {
            var isVirtual = reference.Instance is not IInstanceReferenceOperation { Syntax: BaseExpressionSyntax };
            Add(reference, containing, CallTarget.Of(accessor, isVirtual, reference.ConstrainedToType, reference.Instance), reference.Instance, reference.Arguments);
        }
    }

    /// <summary>An event that is raised.</summary>
    public void Read(IEventReferenceOperation reference, ISymbol containing)
    {
        if (IsOwn(reference.Event) && reference.Parent is not IEventAssignmentOperation)
        {
            Add(reference, containing, new CallTarget(CodeKey.Of((ISymbol)reference.Event)), null, []);
        }
    }

    public void Read(IFieldReferenceOperation reference, ISymbol containing)
    {
        if (HeldCodeExtractor.MayHoldCode(reference.Field.Type) && HeldCodeExtractor.IsRead(reference) && ReferenceEquals(reference.Field.ContainingAssembly, project))
        {
            Add(reference, containing, new CallTarget(CodeKey.Of((ISymbol)reference.Field)), null, []);
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

    // A variable has the object as an interface or a base class.
    private static CallTarget TargetOf(IInvocationOperation call) =>
        CallTarget.Of(call) is { IsDispatched: true } target && call.Instance is ILocalReferenceOperation && PassedObjects.Of(call.Instance) is INamedTypeSymbol made ? target with { Receiver = made } : CallTarget.Of(call);

    // What takes just this type uses it itself, and a library's method cannot know the project's types.
    private bool MayDispatch(IMethodSymbol method, IParameterSymbol? parameter, ITypeSymbol message) => IsOwn(method)
        ? method.IsAbstract || !SymbolEqualityComparer.Default.Equals(parameter?.OriginalDefinition.Type.OriginalDefinition, message.OriginalDefinition)
        : (method.ReducedFrom is { } reduced && parameter is not null ? reduced.Parameters.ElementAtOrDefault(parameter.Ordinal + 1) ?? parameter : parameter)?.OriginalDefinition.Type
            is { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.TypeParameter or TypeKind.Interface };

    // Code of the project, code that a library describes, and interfaces that code of the project may implement.
    private bool IsFollowed(IMethodSymbol method) =>
        IsOwn(method) || (UserCode.Includes(method) && (method.IsAbstract || libraries.Value.Describe(method)));

    private bool IsOwn(ISymbol member) => ReferenceEquals(member.ContainingAssembly, project);

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

        if (client is null && receiver is IObjectCreationOperation { Arguments: var made })
        {
            client = made.Select(argument => ClientOf(argument.Value)).FirstOrDefault(one => one is not null);
        }

        summary.Edges.Enqueue(new CallEdge(CodeKey.Enclosing(operation, containing), target, told.IsEmpty ? ConditionFlow.At(operation) : ConditionFlow.At(operation).AddRange(told), operation.Syntax.GetLocation())
        {
            Call = arguments.IsEmpty && receiver is null ? null : operation.Syntax,
            Client = client,
            Objects = PassedObjects.In(receiver, target.IsDispatched, arguments),
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
