using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Project.Libraries;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Extracts the information about a whole project that the rules for endpoints (DOO103) and declared scopes (DOO104) need.</summary>
internal sealed class ProjectExtractor
{
    private static readonly ImmutableArray<OperationKind> Kinds =
    [
        OperationKind.AnonymousFunction,
        OperationKind.LocalFunction,
        OperationKind.ObjectCreation,
        OperationKind.MethodReference,
        OperationKind.PropertyReference,
        OperationKind.FieldReference,
        OperationKind.Return,
        OperationKind.YieldReturn,
        OperationKind.SimpleAssignment,
        OperationKind.CoalesceAssignment,
        OperationKind.FieldInitializer,
        OperationKind.PropertyInitializer,
        OperationKind.ArrayCreation,
        OperationKind.CollectionExpression,
        OperationKind.Tuple,
        OperationKind.DynamicInvocation,
        OperationKind.EventReference,
        OperationKind.EventAssignment,
    ];

    private readonly IAssemblySymbol _project;
    private readonly CallEdgeExtractor _edges;
    private readonly HeldCodeExtractor _held;
    private readonly BuilderExtractor? _builders;
    private readonly MappingExtractor? _mappings;
    private readonly MentionExtractor _mentions;
    private readonly GuardReader _guards;
    private readonly AuthorizationExtractor _authorization;
    private readonly BaseAddressExtractor _bases;
    private readonly ClientExtractor _clients;
    private readonly AnswerExtractor _answers;
    private readonly ContinuationExtractor _continuations;

    private ProjectExtractor(Compilation compilation, Lazy<ApplicationSet> applications)
    {
        Libraries = new Lazy<LibraryDescriptions>(() => LibraryReader.Read(compilation, applications.Value));
        _project = compilation.Assembly;
        _guards = new GuardReader(applications);
        _authorization = new AuthorizationExtractor(Summary, _guards);
        _edges = new CallEdgeExtractor(Summary, _project, Libraries);
        _held = new HeldCodeExtractor(Summary, _project, Libraries);
        _bases = new BaseAddressExtractor(Summary);
        _clients = new ClientExtractor(Summary, Libraries);
        _answers = new AnswerExtractor(Summary);
        _continuations = new ContinuationExtractor(Summary);
        _mentions = new MentionExtractor(Summary, _guards, applications);
        if (BuilderTypes.Of(compilation) is { } types)
        {
            _builders = new BuilderExtractor(Summary, types, _guards, applications, Libraries);
            _mappings = new MappingExtractor(Summary, types, applications, Libraries);
        }
    }

    /// <summary>What has been extracted so far.</summary>
    public ProjectSummary Summary { get; } = new();

    /// <summary>What the referenced libraries say about their calls.</summary>
    public Lazy<LibraryDescriptions> Libraries { get; }

    /// <summary>Starts the extraction. Null if the project does not reference DoOAuth.</summary>
    /// <param name="start">The compilation.</param>
    /// <param name="applications">The annotated classes.</param>
    /// <returns>The extractor, which gets the invocations from the caller: see <see cref="Read(IInvocationOperation, ISymbol, ApiReading)"/>.</returns>
    public static ProjectExtractor? Start(CompilationStartAnalysisContext start, Lazy<ApplicationSet> applications)
    {
        if (Of(start.Compilation, applications) is not { } flow)
        {
            return null;
        }

        start.RegisterOperationAction(context => flow.Read(context.Operation, context.ContainingSymbol), Kinds);
        return flow;
    }

    /// <summary>An extractor that gets all operations from the caller. Null if the project does not reference DoOAuth.</summary>
    public static ProjectExtractor? Of(Compilation compilation, Lazy<ApplicationSet> applications) =>
        compilation.ReferencedAssemblyNames.Any(assembly => assembly.Name == "DoOAuth") ? new ProjectExtractor(compilation, applications) : null;

    /// <summary>Extracts what an invocation tells.</summary>
    /// <param name="invocation">The invocation.</param>
    /// <param name="containing">The member that contains it.</param>
    /// <param name="reading">What it calls at DigitalOcean, where it does.</param>
    public void Read(IInvocationOperation invocation, ISymbol containing, ApiReading reading)
    {
        if (!reading.IsSettled)
        {
            Send(invocation, containing);

            // An interface of another library can have an implementation in the project, such as one that caches.
            _edges.Call(invocation, containing);
        }
        else if (reading.Call is { } call)
        {
            Summary.Calls.Enqueue(new ApiCallSite(CodeKey.Enclosing(invocation, containing), call, ConditionFlow.At(invocation), []) { Sent = invocation.Syntax });
        }
        else
        {
            var isOwn = ReferenceEquals(invocation.TargetMethod.ContainingAssembly, _project);
            _edges.Call(invocation, containing);
            _edges.Message(invocation, containing);
            _held.Call(invocation);
            _continuations.Call(invocation, containing);
            _answers.Run(invocation);

            _authorization.Call(invocation);
            _mentions.Call(invocation);
            _clients.Call(invocation, isOwn);
            _bases.Call(invocation);
            _builders?.Call(invocation, containing, isOwn);
            _mappings?.Call(invocation, containing);
        }
    }

    private void Send(IOperation operation, ISymbol containing) =>
        Summary.Sends.Enqueue(new SendSite(CodeKey.Enclosing(operation, containing), operation.Syntax, ConditionFlow.At(operation)));

    /// <summary>Extracts what any other operation tells; nothing if its kind is not in <see cref="Kinds"/>.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="containing">The member that contains it.</param>
    public void Read(IOperation operation, ISymbol containing)
    {
        switch (operation)
        {
            case IAnonymousFunctionOperation lambda:
                _edges.Lambda(lambda, containing);
                if (lambda.Syntax is LambdaExpressionSyntax { AttributeLists.Count: > 0 })
                {
                    _mentions.Function(lambda.Symbol, lambda.Syntax);
                }

                break;
            case ILocalFunctionOperation function:
                Summary.FunctionNames.TryAdd(CodeKey.Of(function.Syntax), function.Symbol.Name);
                if (function.Syntax is LocalFunctionStatementSyntax { AttributeLists.Count: > 0 })
                {
                    _mentions.Function(function.Symbol, function.Syntax);
                }

                break;
            case IObjectCreationOperation creation:
                _edges.Creation(creation, containing);
                _held.Creation(creation);
                _mentions.Creation(creation);
                _answers.Creation(creation);
                _builders?.Creation(creation, containing);
                _clients.Creation(creation, ReferenceEquals(creation.Constructor?.ContainingAssembly, _project));
                _bases.Creation(creation);
                break;
            case IMethodReferenceOperation reference:
                _edges.Reference(reference, containing);
                _mentions.Reference(reference);
                if (!DeclaredOperations.Of(reference.Method).IsEmpty || GroupCalls.Is(reference))
                {
                    Send(reference, containing);
                }

                break;
            case IPropertyReferenceOperation reference:
                _edges.Read(reference, containing);
                _mentions.Scopes(reference);
                break;
            case IFieldReferenceOperation reference:
                _edges.Read(reference, containing);
                _mentions.Constant(reference, containing);
                break;
            case IEventReferenceOperation reference:
                _edges.Read(reference, containing);
                break;
            case IEventAssignmentOperation assignment:
                _held.Assignment(assignment);
                break;
            case ICoalesceAssignmentOperation assignment:
                _bases.Assignment(assignment);
                _clients.Value(assignment.Value);
                break;
            case IReturnOperation { Kind: OperationKind.YieldReturn } yielded:
                _clients.Elements(operation);
                _builders?.Yielded(yielded.ReturnedValue!);
                break;
            case IArrayCreationOperation or ICollectionExpressionOperation or ITupleOperation:
                _clients.Elements(operation);
                break;
            case IDynamicInvocationOperation call:
                _clients.Dynamic(call);
                break;
            case IReturnOperation { Kind: OperationKind.Return } or ISimpleAssignmentOperation or IFieldInitializerOperation or IPropertyInitializerOperation:
                ReadStatement(operation, containing);
                break;
        }
    }

    private void ReadStatement(IOperation operation, ISymbol containing)
    {
        switch (operation)
        {
            case ISymbolInitializerOperation initializer:
                _clients.Value(initializer.Value);
                _answers.Initializer(initializer);
                _builders?.Initializer(initializer);
                break;
            case IReturnOperation { ReturnedValue: { } value } statement:
                _clients.Value(value);
                _builders?.Return(statement, containing);
                _continuations.Return(statement, value, containing);

                if (ScopeAnswers.IsYesOrNo(value.Type))
                {
                    _answers.Add(CodeKey.Enclosing(statement, containing), value);
                }

                break;
            case ISimpleAssignmentOperation assignment:
                _held.Assignment(assignment);
                _bases.Assignment(assignment);
                _authorization.Assignment(assignment);
                _answers.Assignment(assignment);
                _clients.Assignment(assignment);
                _builders?.Assignment(assignment);
                break;
        }
    }
}
