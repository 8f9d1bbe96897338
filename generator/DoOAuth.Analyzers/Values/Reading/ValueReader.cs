using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Reads the values of expressions. There is one instance for each call that is read, because it remembers what it has read.</summary>
internal sealed class ValueReader
{
    // More values than anyone would list.
    private const int MostValues = 512;

    private readonly ClientBases _bases;

    // Made when they are needed: there is a reader for each call, and most calls need few of them.
    private TextReading? _texts;
    private VerbReading? _verbs;
    private RequestReading? _requests;
    private ClientReading? _clients;
    private OriginReading? _origins;
    private CollectionReading? _collections;
    private ArgumentReading? _arguments;
    private MadeReading? _made;
    private FunctionReading? _functions;
    private VariableValues<IOperation?>? _assigned;

    public ValueReader(MemberBodies bodies, ClientBases bases, KnownArguments? known = null)
    {
        (_bases, Known) = (bases, known);
        Members = new MemberReading(this, bodies);
    }

    /// <summary>A reader of one file's values, as guards and conditions need it: a guard on each written element stays one when more are added.</summary>
    public static ValueReader OfFile() => new(MemberBodies.OfFile, ClientBases.None) { ReadsChangedCollections = true };

    public MemberReading Members { get; }

    public FunctionReading Functions => _functions ??= new FunctionReading(this);

    private TextReading TextsRead => _texts ??= new TextReading(this);

    private ArgumentReading ArgumentsRead => _arguments ??= new ArgumentReading(this);

    private RequestReading RequestsRead => _requests ??= new RequestReading(this);

    private ClientReading ClientsRead => _clients ??= new ClientReading(this, _bases);

    /// <summary>Whether collections that are changed later count as they were written out. Otherwise they are unknown.</summary>
    public bool ReadsChangedCollections { get; private init; }

    /// <summary>What is known about parameters; null for nothing.</summary>
    public KnownArguments? Known { get; private set; }

    /// <summary>What it has read, and how much it may still read.</summary>
    public ReadingMemory Memory { get; } = new();

    public CollectionReading Collections => _collections ??= new CollectionReading(this);

    /// <summary>What an expression may be as text: a string, or the text of a <c>Uri</c>. Never none.</summary>
    public ImmutableArray<TextPattern> Texts(IOperation value) => Read(value, TextPattern.Hole, TextsRead.OfBranch);

    /// <summary>The same of an expression that becomes a part of a longer text.</summary>
    public ImmutableArray<TextPattern> PartTexts(IOperation value)
    {
        var texts = Texts(value);
        return texts.Any(text => text.Source is not null)
            ? [.. texts.Select(text => text.Source is { } source ? text.WithSource(source with { Place = value.Syntax.GetLocation() }) : text)]
            : texts;
    }

    /// <summary>The possible values of an <c>HttpMethod</c>. Never empty.</summary>
    public ImmutableArray<VerbPattern> Verbs(IOperation value) => Read(value, VerbPattern.Unknown, (_verbs ??= new VerbReading(this)).OfBranch);

    /// <summary>The possible values of an <c>HttpRequestMessage</c>. Never empty.</summary>
    public ImmutableArray<RequestPattern> Requests(IOperation value) => Read(value, RequestPattern.Unknown, RequestsRead.OfBranch);

    /// <summary>The requests that a constructor of the project's own type of <c>HttpRequestMessage</c> makes.</summary>
    public ImmutableArray<RequestPattern> RequestsAfter(IMethodSymbol constructor) => RequestsRead.After(constructor);

    /// <summary>Whose client an expression may be. Never none.</summary>
    public ImmutableArray<ClientValue> Clients(IOperation value) => Memory.Nested(new ClientValue(value.Type), () => ClientsRead.Of(value));

    /// <summary>The client that the project registers for a typed client.</summary>
    public ClientValue RegisteredClient(ITypeSymbol type) => ClientsRead.Registered(type);

    /// <summary>The operations that make an expression's value; null among them for what is not known.</summary>
    public ImmutableArray<IOperation?> Origins(IOperation value) => Memory.Nested(null, () => (_origins ??= new OriginReading(this)).Of(value));

    /// <summary>The expressions of which one is a local's value at a use; null among them for what is not known.</summary>
    public ImmutableArray<IOperation?> Assigned(ILocalReferenceOperation use) => (_assigned ??= new VariableValues<IOperation?>(this, value => [value], unknown: null)).At(use, use.Local);

    /// <summary>The creation of an object, if only one can have made it.</summary>
    public IObjectCreationOperation? CreationOf(IOperation? value) => value is null or IInstanceReferenceOperation ? null : Origins(value) is [IObjectCreationOperation only] ? only : null;

    /// <summary>Reads an element of an array, a list or a dictionary, or an item of a tuple. Never none.</summary>
    public ImmutableArray<T> Elements<T>(IOperation place, T unknown, Func<IOperation, ImmutableArray<T>> read)
    {
        var elements = place switch
        {
            IImplicitIndexerReferenceOperation { Instance: var list, Argument: var position } => Collections.ElementsAt(list, position),
            IArrayElementReferenceOperation { ArrayReference: var array, Indices: [var index] } => Collections.ElementsAt(array, index),
            IPropertyReferenceOperation { Instance: { } collection, Arguments: [var key] } => Collections.ElementsAt(collection, key.Value),
            IFieldReferenceOperation { Instance: { } tuple, Field: var field } => Collections.ItemsOf(tuple, field),
            _ => [],
        };
        return elements.IsEmpty ? [unknown] : [.. elements.SelectMany(element => Once(element.Syntax, unknown, () => read(element))).Distinct()];
    }

    /// <summary>Reads what a call, a creation or an indexer passes to the methods that may run.</summary>
    public CallArguments ArgumentsOf(IOperation call, ImmutableArray<IMethodSymbol> methods) => ArgumentsRead.Of(call, methods);

    /// <summary>Reads what an expression passes.</summary>
    public ArgumentValues ArgumentOf(IOperation value) => ArgumentsRead.Argument(value);

    /// <inheritdoc cref="MadeReading.Of"/>
    public ImmutableArray<CallArguments> MadeOf(IOperation value) => (_made ??= new MadeReading(this)).Of(value);

    /// <summary>The arguments of whatever takes some.</summary>
    public static ImmutableArray<IArgumentOperation> ArgumentsOf(IOperation call) => call switch
    {
        IInvocationOperation invocation => invocation.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        IPropertyReferenceOperation property => property.Arguments,
        _ => [],
    };

    /// <summary>Reads at one place, unless the same is underway already: a value that comes of itself is not known.</summary>
    public ImmutableArray<T> Once<T>(SyntaxNode place, T unknown, Func<ImmutableArray<T>> read) =>
        Memory.Once(place, Members.Instance?.Syntax, Known, unknown, read);

    /// <summary>What a member of an object may be as text; none if that is not known.</summary>
    public ImmutableArray<TextPattern> MemberTexts(IOperation value, string member) => TextsRead.OfMember(value, member);

    /// <summary>
    /// What a parameter is at the beginning: the elements of the collection that a method such as <c>Select</c> gives its lambda one by one, or what the
    /// callers say.
    /// </summary>
    /// <param name="use">The reference to the parameter.</param>
    /// <param name="unknown">The unknown value.</param>
    /// <param name="read">Reads an expression.</param>
    /// <param name="ofParameter">The value that callers decide.</param>
    public ImmutableArray<T> Given<T>(IParameterReferenceOperation use, T unknown, Func<IOperation, ImmutableArray<T>> read, Func<IParameterSymbol, T> ofParameter) =>
        LambdaElements.CollectionOf(use) is { } collection
            ? Collections.ElementsOf(collection) is { IsEmpty: false } elements ? [.. elements.SelectMany(element => read(element)).Distinct()] : [unknown]
            : [CanForward(use.Parameter) ? ofParameter(use.Parameter) : unknown];

    /// <summary>Whether callers hand the parameter in where it can be seen.</summary>
    public static bool CanForward(IParameterSymbol parameter) => parameter is
    {
        RefKind: RefKind.None or RefKind.In,
        IsParams: false,
        ContainingSymbol: IMethodSymbol
        {
            MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ExplicitInterfaceImplementation or MethodKind.Constructor or MethodKind.AnonymousFunction,
        },
    };

    /// <summary>Reads while something is known about parameters.</summary>
    public ImmutableArray<T> While<T>(KnownArguments? known, Func<ImmutableArray<T>> read)
    {
        var outer = Known;
        Known = known;
        var found = read();
        Known = outer;
        return found;
    }

    private ImmutableArray<T> Read<T>(IOperation value, T unknown, Func<IOperation, ImmutableArray<T>> ofArm)
    {
        var written = Branches.Unconverted(value);
        var values = Branches.IsOne(written) ? Memory.Nested(unknown, written, ofArm) : Memory.Nested(unknown, written, whole => [.. PossibleReturns.Of([.. Branches.Of(whole)], Known).SelectMany(arm => ofArm(arm))]);
        if (values.Length > 1)
        {
            values = [.. values.Distinct()];
        }

        if (values.Length > MostValues)
        {
            Memory.Reach(MostValues, "values of an expression");
        }

        return values.Length is 0 or > MostValues ? [unknown] : values;
    }
}
