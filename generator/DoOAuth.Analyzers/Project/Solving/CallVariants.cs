using System.Collections.Immutable;
using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>
/// Makes several calls of one whose address depends on what a class has for an abstract member, or a type argument: one for each class, which only the
/// callers of that class reach.
/// </summary>
/// <param name="summary">What was read of the code.</param>
/// <param name="implementations">The project's types.</param>
/// <param name="bodies">Gives the code of members.</param>
/// <param name="bases">The base addresses of clients.</param>
/// <param name="isLibrary">Whether other projects may have more classes.</param>
internal sealed class CallVariants(ProjectSummary summary, Implementations implementations, MemberBodies bodies, ClientBases bases, bool isLibrary)
{
    private readonly TypeArguments _arguments = new(summary, implementations);
    private readonly Dictionary<(TextMember Member, ITypeSymbol Type), ImmutableArray<TextPattern>> _texts = new(new ByMember());

    /// <summary>The calls of which it stands for one; the call itself if it depends on none of that.</summary>
    public IEnumerable<ApiCallSite> Of(ApiCallSite site)
    {
        if (site.Call.Alternatives.SelectMany(alternative => alternative.Address.Members).FirstOrDefault() is not { } first)
        {
            return [site];
        }

        // Where no class and no type argument is in sight, it stays unknown.
        List<ApiCallSite> variants = [.. first.Type is ITypeParameterSymbol parameter ? OfTypeArguments(site, parameter) : OfObjects(site, first.Type)];
        return variants.Count == 0 ? [site] : variants.SelectMany(Of).Concat(isLibrary && first.Type is not ITypeParameterSymbol ? [site] : []);
    }

    private IEnumerable<ApiCallSite> OfObjects(ApiCallSite site, ITypeSymbol declaring) => implementations.Types.Made(declaring)
        .Where(type => site.Receiver is null || CallContext.AreRelated(site.Receiver, type))
        .Select(type => With(site, member => member.Type is ITypeParameterSymbol ? [TextPattern.Of(member)] : TextsOf(member, type)) with { Receiver = type });

    private IEnumerable<ApiCallSite> OfTypeArguments(ApiCallSite site, ITypeParameterSymbol parameter)
    {
        var given = site.TypeArguments.FirstOrDefault(argument => SymbolEqualityComparer.Default.Equals(argument.Parameter, parameter)).Type;
        return (given is null ? _arguments.Of(parameter) : [given]).Select(type => With(
            site, member => SymbolEqualityComparer.Default.Equals(member.Type, parameter) ? TextsOf(member, type) : [TextPattern.Of(member)]) with
        {
            TypeArguments = given is null ? site.TypeArguments.Add((parameter, type)) : site.TypeArguments,
        });
    }

    private static ApiCallSite With(ApiCallSite site, Func<TextMember, ImmutableArray<TextPattern>> read) => site with
    {
        Call = site.Call.With([.. site.Call.Alternatives.SelectMany(alternative => alternative.Address.WithMembers(read).Select(address => new ApiCallAlternative(alternative.Verb, address, alternative.Location)))]),
    };

    private ImmutableArray<TextPattern> TextsOf(TextMember member, ITypeSymbol type)
    {
        if (!_texts.TryGetValue((member, type), out var texts))
        {
            // The result of a cycle is unknown.
            _texts[(member, type)] = [TextPattern.Hole];
            _texts[(member, type)] = texts = member.Member is null ? [TextPattern.Of(type.Name)]
                : TypeArgumentReading.ImplementationOf(member.Member, type) is { } own ? [.. Read(own).SelectMany(text => text.WithMembers(inner => TextsOf(inner, type)))]
                : [TextPattern.Hole];
        }

        return texts;
    }

    private ImmutableArray<TextPattern> Read(ISymbol member)
    {
        var values = new ValueReader(bodies, bases);
        return values.Members.SourcesOf(member, use: null) is { IsEmpty: false } sources
            ? [.. sources.SelectMany(source => values.Texts(source)).Select(text => text.WithoutParametersOf(member)).Distinct()]
            : [TextPattern.Hole];
    }

    private sealed class ByMember : IEqualityComparer<(TextMember Member, ITypeSymbol Type)>
    {
        public bool Equals((TextMember Member, ITypeSymbol Type) x, (TextMember Member, ITypeSymbol Type) y) =>
            x.Member.Equals(y.Member) && SymbolEqualityComparer.Default.Equals(x.Type, y.Type);

        public int GetHashCode((TextMember Member, ITypeSymbol Type) key) => key.Member.GetHashCode();
    }
}
