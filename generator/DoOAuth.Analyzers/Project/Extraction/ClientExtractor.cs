using System.Collections.Immutable;
using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Project.Libraries;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>
/// Extracts where clients of DigitalOcean's get out of sight: where they leave for code that cannot be read, and where they become plain clients.
/// </summary>
internal sealed class ClientExtractor(ProjectSummary summary, Lazy<LibraryDescriptions> libraries)
{
    public void Call(IInvocationOperation call, bool isOwn)
    {
        var method = call.TargetMethod;
        if (method.ContainingType is not { Name: "HttpClientJsonExtensions" })
        {
            Arguments(method, call.Arguments, isOwn);
        }

        if (isOwn)
        {
            return;
        }

        // Registered under another type, as in AddScoped<HttpClient, DropletDeck.Client>().
        if (method.TypeArguments.Length > 1 && method.TypeArguments.Any(ClientTypes.IsPlain))
        {
            Disguise(method.TypeArguments.FirstOrDefault(ClientTypes.IsDigitalOcean));
        }
        else if (method.ContainingType is { Name: "ActivatorUtilities" })
        {
            foreach (var given in call.Arguments.SelectMany(argument => argument.Value.DescendantsAndSelf()))
            {
                Disguise(given is IConversionOperation ? null : Client(given.Type));
            }
        }
        else if (method.Name is "AddScoped" or "AddTransient" or "AddSingleton")
        {
            foreach (var type in call.Arguments.Select(argument => argument.Value).OfType<ITypeOfOperation>())
            {
                Disguise(Client(type.TypeOperand));
            }
        }
    }

    public void Creation(IObjectCreationOperation creation, bool isOwn) => Arguments(creation.Constructor, creation.Arguments, isOwn);

    /// <summary>A value that is stored or returned.</summary>
    public void Value(IOperation? value)
    {
        if (value is not null && ClientTypes.IsPlain(value.Type))
        {
            foreach (var client in ClientsIn(value))
            {
                Disguise(client);
            }
        }
        else if (value is { Type: { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Dynamic } })
        {
            // What is called on it by reflection cannot be read.
            HandOut(value);
        }
    }

    /// <summary>Clients that are kept together.</summary>
    public void Elements(IOperation collection)
    {
        foreach (var element in collection switch
        {
            IArrayCreationOperation { Type: IArrayTypeSymbol { ElementType: var type }, Initializer: { } initializer } when ClientTypes.IsPlain(type) => initializer.ElementValues,
            ICollectionExpressionOperation { Elements: var written } => written,
            ITupleOperation { Elements: var items } => items,
            IReturnOperation { ReturnedValue: { } yielded } => [yielded],
            _ => [],
        })
        {
            Value(element);
        }
    }

    /// <summary>A value that is assigned. What a library's object gets, the library uses.</summary>
    public void Assignment(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is IMemberReferenceOperation { Member: var member } && MayBeClient(assignment.Target.Type) && member.DeclaringSyntaxReferences.IsEmpty && UserCode.Includes(member))
        {
            HandOut(assignment.Value);
        }
        else
        {
            Value(assignment.Value);
        }
    }

    /// <summary>A call that is bound when the app runs: the object can be a client.</summary>
    public void Dynamic(IDynamicInvocationOperation call)
    {
        if (call.Operation is IDynamicMemberReferenceOperation { Instance: { } instance })
        {
            foreach (var origin in ValueReader.OfFile().Origins(instance).OfType<IOperation>())
            {
                HandOut(origin);
            }
        }
    }

    // What takes any object in a library does nothing with a client. The project's own code is read, and libraries describe themselves.
    private void Arguments(IMethodSymbol? method, ImmutableArray<IArgumentOperation> arguments, bool isOwn)
    {
        foreach (var argument in arguments)
        {
            if (isOwn)
            {
                Value(argument.Value);
            }
            else if (MayBeClient(argument.Parameter?.Type) && (method is null || !(TypedClients.Uses(method) || IsRead(method, argument))))
            {
                HandOut(argument.Value);
            }
        }
    }

    // A library that describes itself says what it does with one client. What .NET does with a function is known where its result is used.
    private bool IsRead(IMethodSymbol method, IArgumentOperation argument) => argument.Parameter is { Type.TypeKind: TypeKind.Delegate }
        ? !UserCode.Includes(method)
        : IsDescribed(method) && Branches.IsOne(Branches.Unconverted(argument.Value));

    // A client, or a function that gives one.
    private static bool MayBeClient(ITypeSymbol? type) => type is { TypeKind: TypeKind.Class, SpecialType: SpecialType.None }
        ? ClientTypes.IsPlain(type) || ClientTypes.IsDigitalOcean(type)
        : type is INamedTypeSymbol { TypeKind: TypeKind.Delegate, DelegateInvokeMethod.ReturnType: var returned } && (MayBeClient(returned) || (returned is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } && MayBeClient(result)));

    private bool IsDescribed(ISymbol member) => libraries.Value.Described.Contains(member.ContainingAssembly);

    private void HandOut(IOperation value)
    {
        foreach (var client in ClientsIn(value))
        {
            summary.HandedOut.Enqueue(client);
        }
    }

    private static IEnumerable<ITypeSymbol> ClientsIn(IOperation value) => Branches.Of(value).SelectMany(arm => arm is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body: var body } }
        ? FunctionReading.Returned(body).SelectMany(ClientsIn)
        : Client(arm.Type) is { } client ? [client] : []);

    private void Disguise(ITypeSymbol? client)
    {
        if (client is not null)
        {
            summary.Disguised.Enqueue(client);
        }
    }

    private static ITypeSymbol? Client(ITypeSymbol? type) => ClientTypes.IsDigitalOcean(type) ? type : null;
}
