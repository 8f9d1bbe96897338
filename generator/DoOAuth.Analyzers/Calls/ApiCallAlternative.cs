using DoOAuth.Analyzers.Calls.Addresses;
using DoOAuth.Analyzers.Values;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Calls;

/// <summary>One of the requests that a call can send.</summary>
/// <param name="Verb">The verb.</param>
/// <param name="Address">The address as it is written.</param>
/// <param name="Location">The location of the address; for a conditional, that of the branch.</param>
/// <param name="Declared">The operation, where the method that sends it names one; null for others.</param>
internal sealed record ApiCallAlternative(VerbPattern Verb, TextPattern Address, Location Location, DeclaredOperation? Declared = null)
{
    private CallVerdict? _verdict;

    /// <summary>What DigitalOcean has for it. It is determined once.</summary>
    public CallVerdict Verdict => _verdict ??= CallJudge.Judge(this);

    /// <summary>The parameters on which it depends.</summary>
    public IEnumerable<IParameterSymbol> Parameters
    {
        get
        {
            foreach (var piece in Address.Pieces)
            {
                if (piece.Parameter is { } text)
                {
                    yield return piece.Object ?? text;
                }
            }

            if (Verb.Parameter is { } verb)
            {
                yield return Verb.Object ?? verb;
            }
        }
    }

    /// <summary>The address on a client's base address. A typed client's is DigitalOcean's where nothing else is known.</summary>
    public TextPattern OnBaseOf(ClientValue client, TextPattern address) => Declared is null ? ApiAddress.OnBase(client.Base?.Address, address) : ApiAddress.OfDeclared(client, address);

    /// <summary>Whether callers of the enclosing method decide what it is: what is certain without them is not theirs to decide.</summary>
    public bool IsForwarded => (Verb.Parameter is not null || Address.HasParameters || Address.Members.Any()) && Verdict is { Certain: null, Nearest: null };

    /// <summary>Whether it is the same request at the same place.</summary>
    public bool Equals(ApiCallAlternative? other) => other is not null
        && Verb.Equals(other.Verb)
        && Address.Equals(other.Address)
        && Location.Equals(other.Location)
        && Equals(Declared, other.Declared);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Address.GetHashCode() * 31) + Location.GetHashCode());
}
