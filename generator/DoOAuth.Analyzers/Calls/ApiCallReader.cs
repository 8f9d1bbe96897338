using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Calls.Addresses;
using DoOAuth.Analyzers.Calls.HttpLibraries;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Calls;

/// <summary>Tells calls of DigitalOcean's API from others, and reads them. One for a compilation.</summary>
/// <param name="applications">The annotated classes.</param>
/// <param name="bodies">Gives the code of members.</param>
/// <param name="bases">The base addresses that the project gives to clients.</param>
/// <param name="known">What is known about parameters; null for nothing.</param>
internal sealed class ApiCallReader(Lazy<ApplicationSet> applications, MemberBodies bodies, ClientBases bases, KnownArguments? known = null)
{
    private readonly OwnBaseAddresses _ownBases = new();

    /// <summary>A reader for files while they are read one by one.</summary>
    public static ApiCallReader OfFiles(Lazy<ApplicationSet> applications) => new(applications, MemberBodies.OfFile, ClientBases.None);

    /// <summary>
    /// Reads an invocation. There is a call also where the address cannot be read, and where callers of the enclosing method decide whether it is one;
    /// there is none for somebody else's API.
    /// </summary>
    public ApiReading Read(IInvocationOperation invocation)
    {
        var reading = ReadCall(invocation);
        return reading is { IsSettled: true, Call.Closed.Length: > 1 } && !bodies.IsOfProject && DecidingCallers.MayBeOf(invocation) ? reading with { IsSettled = false } : reading;
    }

    /// <summary>Reads an invocation where something is known about parameters.</summary>
    public ApiReading Read(IInvocationOperation invocation, KnownArguments arguments) => new ApiCallReader(applications, bodies, bases, arguments).Read(invocation);

    private ApiReading ReadCall(IInvocationOperation invocation)
    {
        if (ApiMethod.VerbOf(invocation.TargetMethod.Name) is { } verb && ApiMethod.IsOfHttpClient(invocation.TargetMethod))
        {
            return ClientOf(invocation) is { } receiver && AddressOf(invocation) is { } address ? Read(invocation, verb, receiver, address) : ApiReading.None;
        }

        if (IsOfDelegate(invocation) && invocation.Instance is { } called)
        {
            return Read(invocation, called);
        }

        return HttpLibraryCalls.Of(invocation) is { } library ? Read(invocation, library) : ApiReading.None;
    }

    /// <summary>Reads a method group of a client, whose delegate sends the request.</summary>
    public ApiReading Read(IMethodReferenceOperation group)
    {
        var values = new ValueReader(bodies, bases, known);
        if (group is { Instance: { } receiver } && ApiMethod.VerbOf(group.Method.Name) is { } verb && ApiMethod.IsOfHttpClient(group.Method))
        {
            var client = ClientValue.Single(values.Clients(receiver), receiver.Type);
            var baseAddress = client.Base?.Address ?? (client.IsDigitalOcean ? _ownBases.Of(receiver, client.Type, values) : null);
            var requests = GroupCalls.RequestsOf(group, verb, values).Select(request => (request with { Address = ApiAddress.OnBase(baseAddress, request.Address) }, group.Syntax.GetLocation()));
            return Read(requests, client, group.Syntax.GetLocation(), !client.IsDigitalOcean && OwnToken.IsSetAround(group, receiver), values);
        }

        return Read(group, TypedClient.Read(group, group.Method, group.Instance, values), values);
    }

    /// <summary>Whether the method sends a request, with <c>HttpClient</c> or another library.</summary>
    public static bool Sends(IInvocationOperation invocation) => ApiMethod.Sends(invocation.TargetMethod) || IsOfDelegate(invocation) || HttpLibraryCalls.Of(invocation) is not null;

    private ApiReading Read(IInvocationOperation invocation, string verb, IOperation receiver, IOperation address)
    {
        var values = new ValueReader(bodies, bases, known);
        var client = ClientValue.Single(values.Clients(receiver), receiver.Type);
        var baseAddress = client.IsDigitalOcean ? _ownBases.Of(receiver, client.Type, values) : null;
        var requests =
            from branch in PossibleReturns.Of([.. Branches.Of(address)], known)
            from written in verb.Length > 0 ? RequestPattern.Pair([VerbPattern.Of(verb)], values.Texts(branch)) : values.Requests(branch)
            select (written with { Address = ApiAddress.OnBase(client.Base?.Address ?? baseAddress, written.Address) }, branch.Syntax.GetLocation());
        return Read(requests, client, address.Syntax.GetLocation(), !client.IsDigitalOcean && (OwnToken.IsSetAround(invocation, receiver) || (verb.Length == 0 && RequestTokens.AreSetFor(address))), values);
    }

    // A method of a client, which a variable, field or property has as a delegate.
    private ApiReading Read(IInvocationOperation invocation, IOperation called)
    {
        var values = new ValueReader(bodies, bases, known);
        var method = values.Origins(called) is [{ } origin] ? (origin is IDelegateCreationOperation { Target: var target } ? target : origin) as IMethodReferenceOperation : null;
        return method is { Instance: { } receiver } && ApiMethod.VerbOf(method.Method.Name) is { } verb && ApiMethod.IsOfHttpClient(method.Method)
            ? Read(invocation, verb, receiver, invocation.Arguments[0].Value)
            : new ApiReading(null, [], IsSettled: !values.Members.IsPartial);
    }

    private static bool IsOfDelegate(IInvocationOperation invocation) =>
        invocation is { TargetMethod: { MethodKind: MethodKind.DelegateInvoke, ReturnType.Name: "Task", Parameters: [{ Type: var given }, ..] }, Instance: IMemberReferenceOperation or ILocalReferenceOperation }
        && (given.SpecialType == SpecialType.System_String || given.Name == "Uri" || ClientTypes.IsRequest(given));

    private ApiReading Read(IInvocationOperation invocation, IHttpLibrary library)
    {
        var values = new ValueReader(bodies, bases, known);
        if (library.Read(invocation, values, bases) is not { } request)
        {
            return new ApiReading(null, [], bodies.IsOfProject);
        }

        // Where a library's client is made, and with which token, other files may tell.
        var reading = Read(invocation, request, values);
        return reading with { IsSettled = bodies.IsOfProject || (reading.IsSettled && library.IsToldHere(request.Client)) };
    }

    private ApiReading Read(IOperation sent, HttpLibraryRequest request, ValueReader values)
    {
        var client = request.Client == ClientValue.Unknown ? new ClientValue(null) : request.Client;
        var hasOwnToken = request.HasOwnToken || OwnToken.IsSetAround(sent);
        return Read(request.Requests.Select(one => (one, request.Place)), client, request.Place, hasOwnToken, values);
    }

    private ApiReading Read(IEnumerable<(RequestPattern Request, Location Place)> requests, ClientValue client, Location place, bool hasOwnToken, ValueReader values)
    {
        // It may be a call with the user's token, about which nothing more is known.
        if (client.Possible is { } possible)
        {
            (client, requests) = (new ClientValue(possible), [(RequestPattern.Unknown, place)]);
        }

        var (alternatives, unclaimed) = (ImmutableArray.CreateBuilder<ApiCallAlternative>(), ImmutableArray.CreateBuilder<ApiCallAlternative>());
        foreach (var (request, at) in requests)
        {
            var alternative = new ApiCallAlternative(request.Verb, request.Address, at, request.Declared);
            if (ApiAddress.MayBeDigitalOceans(request.Address, client))
            {
                alternatives.Add(alternative);
            }
            else if (ApiAddress.Of(request.Address).Host != ApiHost.Elsewhere)
            {
                unclaimed.Add(alternative);
            }
        }

        if (alternatives.Count == 0)
        {
            return new ApiReading(null, unclaimed.ToImmutable(), IsSettled: unclaimed.Count == 0 && !values.Members.IsPartial);
        }

        var call = new ApiCall(alternatives.ToImmutable(), client, place, hasOwnToken, applications.Value);
        var isSettled = unclaimed.Count == 0
            && call.Open.IsEmpty
            && (!values.Members.IsPartial || call.Alternatives.All(alternative => alternative.Verdict.Certain is not null));

        // A limit leaves out what is not certain. It is told at the end.
        var limit = values.Memory.Reached is { What: SourceReading.Limit } ofSource ? ofSource
            : call.Closed.All(alternative => alternative.Verdict.Certain is not null) ? null : values.Memory.Reached ?? call.Limit;
        return new ApiReading(call, unclaimed.ToImmutable(), isSettled && limit is null, limit);
    }

    /// <summary>Reads what a call passes to the methods that may run.</summary>
    public CallArguments ReadArguments(IOperation call, ImmutableArray<IMethodSymbol> methods, KnownArguments? arguments = null) => arguments is not null ? new ValueReader(bodies, bases, arguments).ArgumentsOf(call, methods) : new ValueReader(bodies, bases, known).ArgumentsOf(call, methods);

    /// <summary>Finds the creation of an object; null if several may have made it, or none that can be read.</summary>
    public (IOperation Creation, IMethodSymbol Constructor)? ReadCreation(IOperation value) =>
        new ValueReader(bodies, bases, known).CreationOf(value) is { Constructor: { } constructor } creation ? (creation, constructor) : null;

    /// <summary>Reads a text that a call passes.</summary>
    public ImmutableArray<TextPattern> ReadText(IOperation value) => new ValueReader(bodies, bases, known).Texts(value);

    /// <summary>Reads a text that belongs to an object which a call passes.</summary>
    /// <param name="value">The object.</param>
    /// <param name="member">The members that lead to the text, as in <see cref="TextSource.Member"/>.</param>
    public ImmutableArray<TextPattern> ReadMember(IOperation value, string member) => new ValueReader(bodies, bases, known).MemberTexts(value, member);

    private static IOperation? ClientOf(IInvocationOperation invocation) =>
        invocation.Instance ?? invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;

    private static IOperation? AddressOf(IInvocationOperation invocation) =>
        invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name is "requestUri" or "request")?.Value;
}
