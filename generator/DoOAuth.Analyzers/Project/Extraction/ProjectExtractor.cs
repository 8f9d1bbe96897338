using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Extracts the information about a whole project that the rules for endpoints (DOO103) and declared scopes (DOO104) need.</summary>
internal sealed class ProjectExtractor
{
    private readonly IAssemblySymbol _project;
    private readonly CallEdgeExtractor _edges;
    private readonly BuilderExtractor? _builders;
    private readonly MentionExtractor _mentions;
    private readonly GuardReader _guards;
    private readonly BaseAddressExtractor _bases;
    private readonly ClientExtractor _clients;

    private ProjectExtractor(Compilation compilation, Lazy<ApplicationSet> applications)
    {
        _project = compilation.Assembly;
        _guards = new GuardReader(applications);
        _edges = new CallEdgeExtractor(Summary, _project);
        _bases = new BaseAddressExtractor(Summary);
        _clients = new ClientExtractor(Summary);
        _mentions = new MentionExtractor(Summary, _guards, applications);
        _builders = BuilderTypes.Of(compilation) is { } types ? new BuilderExtractor(Summary, types, _guards, applications) : null;
    }

    /// <summary>What has been extracted so far.</summary>
    public ProjectSummary Summary { get; } = new();

    /// <summary>Starts the extraction. Null if the project does not reference DoOAuth.</summary>
    /// <param name="start">The compilation.</param>
    /// <param name="applications">The annotated classes.</param>
    /// <returns>The extractor, which gets the invocations from the caller: see <see cref="Read"/>.</returns>
    public static ProjectExtractor? Start(CompilationStartAnalysisContext start, Lazy<ApplicationSet> applications)
    {
        if (!start.Compilation.ReferencedAssemblyNames.Any(assembly => assembly.Name == "DoOAuth"))
        {
            return null;
        }

        var flow = new ProjectExtractor(start.Compilation, applications);
        start.RegisterOperationAction(flow.ReadCode, OperationKind.AnonymousFunction, OperationKind.LocalFunction);
        start.RegisterOperationAction(flow.ReadUse, OperationKind.ObjectCreation, OperationKind.MethodReference, OperationKind.PropertyReference, OperationKind.FieldReference);
        start.RegisterOperationAction(flow.ReadStatement, OperationKind.Return, OperationKind.SimpleAssignment, OperationKind.FieldInitializer, OperationKind.PropertyInitializer);
        return flow;
    }

    /// <summary>Extracts what an invocation tells.</summary>
    /// <param name="invocation">The invocation.</param>
    /// <param name="containing">The member that contains it.</param>
    /// <param name="reading">What it calls at DigitalOcean, where it does.</param>
    public void Read(IInvocationOperation invocation, ISymbol containing, ApiReading reading)
    {
        if (!reading.IsSettled)
        {
            Summary.Sends.Enqueue(new SendSite(CodeKey.Enclosing(invocation, containing), invocation.Syntax, PathConditionReader.At(invocation)));

            // An interface of another library can have an implementation in the project, such as one that caches.
            _edges.Call(invocation, containing);
        }
        else if (reading.Call is { } call)
        {
            Summary.Calls.Enqueue(new ApiCallSite(CodeKey.Enclosing(invocation, containing), call, PathConditionReader.At(invocation), []));
        }
        else
        {
            var isOwn = ReferenceEquals(invocation.TargetMethod.ContainingAssembly, _project);
            _edges.Call(invocation, containing);
            _edges.Message(invocation, containing);
            ReadContinuation(invocation, containing);

            _mentions.Call(invocation);
            _clients.Call(invocation, isOwn);
            _bases.Call(invocation);
            _builders?.Call(invocation, containing, isOwn);
        }
    }

    // What a filter lets through, it lets through to the handler.
    private void ReadContinuation(IInvocationOperation invocation, ISymbol containing)
    {
        if (invocation.TargetMethod is { MethodKind: MethodKind.DelegateInvoke, ContainingType.Name: "EndpointFilterDelegate" })
        {
            Summary.Continuations.Enqueue((CodeKey.Enclosing(invocation, containing), PathConditionReader.At(invocation)));
        }
    }

    /// <summary>Extracts what the creation of an object tells.</summary>
    public void Read(IObjectCreationOperation creation, ISymbol containing)
    {
        _edges.Creation(creation, containing);
        _mentions.Creation(creation);
        _clients.Creation(creation, ReferenceEquals(creation.Constructor?.ContainingAssembly, _project));
        _bases.Creation(creation);
    }

    private void ReadCode(OperationAnalysisContext context)
    {
        if (context.Operation is IAnonymousFunctionOperation lambda)
        {
            _edges.Lambda(lambda, context.ContainingSymbol);
            if (lambda.Syntax is LambdaExpressionSyntax { AttributeLists.Count: > 0 })
            {
                ReadGuards(lambda.Symbol, lambda.Syntax);
            }
        }
        else if (context.Operation is ILocalFunctionOperation function)
        {
            Summary.FunctionNames.TryAdd(CodeKey.Of(function.Syntax), function.Symbol.Name);
            if (function.Syntax is LocalFunctionStatementSyntax { AttributeLists.Count: > 0 })
            {
                ReadGuards(function.Symbol, function.Syntax);
            }
        }
    }

    private void ReadGuards(IMethodSymbol function, SyntaxNode syntax)
    {
        var guards = _guards.Of(function.GetAttributes());
        if (!guards.IsEmpty)
        {
            Summary.FunctionGuards.TryAdd(CodeKey.Of(syntax), guards);
            foreach (var guard in guards)
            {
                Summary.Mentions.Enqueue(guard);
            }
        }
    }

    private void ReadUse(OperationAnalysisContext context)
    {
        switch (context.Operation)
        {
            case IObjectCreationOperation creation:
                Read(creation, context.ContainingSymbol);
                break;
            case IMethodReferenceOperation reference:
                _edges.Reference(reference, context.ContainingSymbol);
                _mentions.Reference(reference);
                break;
            case IPropertyReferenceOperation reference:
                _edges.Read(reference, context.ContainingSymbol);
                break;
            case IFieldReferenceOperation reference:
                _edges.Read(reference, context.ContainingSymbol);
                break;
        }
    }

    private void ReadStatement(OperationAnalysisContext context)
    {
        switch (context.Operation)
        {
            case ISymbolInitializerOperation initializer:
                _clients.Value(initializer.Value);
                _builders?.Initializer(initializer);
                break;
            case IReturnOperation { ReturnedValue: { } value } statement:
                _clients.Value(value);
                _builders?.Return(statement, context.ContainingSymbol);
                if (value.Type is { SpecialType: SpecialType.System_Boolean } && value is not { ConstantValue: { HasValue: true, Value: false } })
                {
                    var conditions = PathConditionReader.At(statement).AddRange(ConditionReader.Implied(value, value: true));
                    Summary.Predicates.Enqueue((CodeKey.Enclosing(statement, context.ContainingSymbol), conditions));
                }

                break;
            case ISimpleAssignmentOperation assignment:
                _edges.Assignment(assignment);
                _bases.Assignment(assignment);
                _clients.Value(assignment.Value);
                _builders?.Assignment(assignment);
                break;
        }
    }
}
