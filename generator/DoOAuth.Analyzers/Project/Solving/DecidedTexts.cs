using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>
/// Follows texts in paths from the parameters that have them to those who give them: a text is the caller's to decide where the last of them is
/// called by nobody in the project, or by a request. Each parameter is followed once for each place.
/// </summary>
internal sealed class DecidedTexts(ProjectSummary summary, CallGraph graph, ApiCallReader reader, MemberBodies bodies, ReachedLimits limits)
{
    private readonly Dictionary<CodeKey, List<Location>> _handlers = summary.Endpoints
        .SelectMany(site => site.Handlers.Where(handler => handler.Ordinal is null).Select(handler => (handler.Code.Key, site.Name)))
        .GroupBy(handler => handler.Key)
        .ToDictionary(handlers => handlers.Key, handlers => handlers.Select(handler => handler.Name).ToList());

    // Of one place: the parts of a tree that a method walks are more than anybody has to know.
    private const int MostSources = 256;

    private readonly HashSet<TextSource> _seen = [];
    private readonly Dictionary<Location, bool> _checkedAt = [];
    private readonly Dictionary<IParameterSymbol, bool> _checked = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<Location, int> _followed = [];

    /// <summary>Those of the texts on which a caller decides, each once for a place.</summary>
    public IEnumerable<TextSource> Of(IEnumerable<TextSource> texts, CancellationToken cancellationToken)
    {
        var open = new Queue<TextSource>(texts);
        var found = new Dictionary<Location, TextSource>();
        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var source = open.Dequeue();
            if (found.ContainsKey(source.Place!) || !_seen.Add(source) || IsCheckedAt(source.Place!) || !MayFollow(source.Place!))
            {
                continue;
            }

            if (source.Parameter is not { ContainingSymbol: IMethodSymbol method } parameter)
            {
                if (source.IsRequest)
                {
                    found.Add(source.Place!, source);
                }
            }
            else if (!IsChecked(parameter) && !IsService(source, parameter))
            {
                if (IsRequests(method, source))
                {
                    found.Add(source.Place!, source);
                    continue;
                }

                foreach (var given in GivenTo(parameter, method, source))
                {
                    open.Enqueue(given);
                }
            }
        }

        return found.Values.OrderBy(source => source.Place!, LocationOrder.Order);
    }

    private bool IsCheckedAt(Location place)
    {
        if (!_checkedAt.TryGetValue(place, out var isChecked))
        {
            _checkedAt.Add(place, isChecked = TextChecks.IsCheckedAt(place));
        }

        return isChecked;
    }

    private bool IsChecked(IParameterSymbol parameter)
    {
        if (!_checked.TryGetValue(parameter, out var isChecked))
        {
            _checked.Add(parameter, isChecked = TextChecks.IsChecked(parameter));
        }

        return isChecked;
    }

    private bool MayFollow(Location place)
    {
        _followed.TryGetValue(place, out var followed);
        _followed[place] = followed + 1;
        if (followed == MostSources)
        {
            limits.Reach(new ReachedLimit(MostSources, "sources of a text"), place);
        }

        return followed < MostSources;
    }

    private bool IsService(TextSource source, IParameterSymbol parameter) => source.Member.StartsWith(".", StringComparison.Ordinal) && summary.Services.ContainsKey(parameter.Type.OriginalDefinition);

    // Whether requests, or code out of sight, call the method: nobody in the project does.
    private bool IsRequests(IMethodSymbol method, TextSource source)
    {
        var code = CodeKey.Of(method);
        if (_handlers.TryGetValue(code, out var mapped))
        {
            return source.Member.Length > 0 || !mapped.All(place => IsConstrained(source.Parameter!.Name, place));
        }

        return method.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation
            && graph.Into(code).Count == 0
            && !summary.Delegated.ContainsKey(code)
            && !IsMain(method)
            && !method.DeclaringSyntaxReferences.Any(declaration => declaration.GetSyntax() is MethodDeclarationSyntax syntax
                && (TextChecks.IsConstrained(source.Parameter!.Name, syntax.AttributeLists.Count > 0 ? syntax : syntax.ReturnType)
                    || (syntax.Parent is TypeDeclarationSyntax type && type.AttributeLists.Any(list => TextChecks.IsConstrained(source.Parameter.Name, list)))));
    }

    private static bool IsConstrained(string parameter, Location mapped) =>
        mapped.SourceTree?.GetRoot().FindNode(mapped.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call && TextChecks.IsConstrained(parameter, call);

    private static bool IsMain(IMethodSymbol method) => method is { IsStatic: true, Name: "Main" or "<Main>$" };

    // What the project's own calls pass.
    private IEnumerable<TextSource> GivenTo(IParameterSymbol parameter, IMethodSymbol method, TextSource source)
    {
        foreach (var edge in graph.Into(CodeKey.Of(method)))
        {
            if (source.Member.Length == 0 && edge.TextsOf(parameter.Ordinal, out var known))
            {
                if (known is { } handedOn)
                {
                    yield return new TextSource(handedOn) { Place = source.Place, Escape = source.Escape };
                }

                continue;
            }

            if (CallOf(edge) is not { } call)
            {
                continue;
            }

            var texts = source.Member.Length == 0 && edge.Call is not null
                ? ArgumentFor(parameter, edge, call) is { } value ? reader.ReadText(value) : []
                : ArgumentFor(parameter, edge, call) is { } argument ? reader.ReadMember(argument, source.Member) : [];
            foreach (var text in texts)
            {
                foreach (var given in text.Pieces.Select(piece => piece.Source).OfType<TextSource>())
                {
                    if (text.Pieces.Length == 1)
                    {
                        yield return given with { Place = source.Place, Escape = given.Escape ?? source.Escape };
                    }
                    else if (given.Place is not null)
                    {
                        yield return given;
                    }
                }
            }
        }
    }

    private IOperation? CallOf(CallEdge edge) =>
        edge.Call is { } call ? bodies.Of(call)
        : edge.To.Message is not null && edge.At.SourceTree?.GetRoot().FindNode(edge.At.SourceSpan, getInnermostNodeForTie: true) is { } sent ? bodies.Of(sent)
        : null;

    private static IOperation? ArgumentFor(IParameterSymbol parameter, CallEdge edge, IOperation call) => ValueReader.ArgumentsOf(call)
        .FirstOrDefault(argument => edge.To.Message is { } message
            ? SymbolEqualityComparer.Default.Equals(Branches.Unconverted(argument.Value).Type, message)
            : argument.Parameter?.Ordinal == parameter.Ordinal)
        ?.Value;
}
