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
        if (value is not (IConversionOperation or IConditionalOperation or ISwitchExpressionOperation or ICoalesceOperation or ICollectionExpressionOperation or IArrayCreationOperation))
        {
            return;
        }

        if (ClientTypes.IsPlain(value.Type))
        {
            foreach (var one in Branches.Of(value))
            {
                Disguise(Client(one.Type));
            }
        }
        else if (ElementsOf(value) is { IsDefaultOrEmpty: false } elements)
        {
            foreach (var element in elements)
            {
                Value(element);
            }
        }
        else if (value is IConversionOperation { Operand: var operand } && value.Type is { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Dynamic } && Client(operand.Type) is { } client)
        {
            // What is called on it by reflection cannot be read.
            summary.HandedOut.Enqueue(client);
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
            else if (argument.Parameter is { Type: { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } type } && (ClientTypes.IsPlain(type) || ClientTypes.IsDigitalOcean(type))
                && Branches.Of(argument.Value).Select(value => Client(value.Type)).FirstOrDefault(value => value is not null) is { } client
                && (method is null || !(TypedClients.Uses(method) || libraries.Value.Described.Contains(method.ContainingAssembly))))
            {
                summary.HandedOut.Enqueue(client);
            }
            else if (argument.Parameter?.Type is INamedTypeSymbol { TypeKind: TypeKind.Delegate, DelegateInvokeMethod.ReturnType: { } returned } && ClientTypes.IsPlain(returned)
                && method is not null && UserCode.Includes(method) && !libraries.Value.Described.Contains(method.ContainingAssembly) && argument.Value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body: var body } })
            {
                foreach (var made in FunctionReading.Returned(body).SelectMany(Branches.Of).Select(value => Client(value.Type)).OfType<ITypeSymbol>())
                {
                    summary.HandedOut.Enqueue(made);
                }
            }
        }
    }

    // A list of clients, written out.
    private static ImmutableArray<IOperation> ElementsOf(IOperation value) => value switch
    {
        IConversionOperation { Operand: ICollectionExpressionOperation or IArrayCreationOperation } conversion => ElementsOf(conversion.Operand),
        ICollectionExpressionOperation list => list.Elements,
        IArrayCreationOperation { Initializer.ElementValues: var elements } => elements,
        _ => default,
    };

    private void Disguise(ITypeSymbol? client)
    {
        if (client is not null)
        {
            summary.Disguised.Enqueue(client);
        }
    }

    private static ITypeSymbol? Client(ITypeSymbol? type) => ClientTypes.IsDigitalOcean(type) ? type : null;
}
