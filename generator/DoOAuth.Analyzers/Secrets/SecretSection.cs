using DoOAuth.Analyzers.Applications;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Secrets;

/// <summary>Finds the configuration section that a secret belongs to.</summary>
internal static class SecretSection
{
    private const string Usual = "DigitalOcean";

    /// <summary>The section that a key specifies, spelled as in its class; null if no application has it.</summary>
    public static string? Known(string section, ApplicationSet applications) =>
        applications.All.Select(application => application.ConfigurationSection).Append(Usual)
            .FirstOrDefault(known => string.Equals(known, section, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The section of the application whose options get the secret: the enclosing class, the class whose scheme is passed to the
    /// enclosing call, as in <c>Configure&lt;DigitalOceanOptions&gt;(DropletDeck.Scheme, …)</c>, or the only class.
    /// </summary>
    public static string Around(IOperation place, ISymbol containingSymbol, ApplicationSet applications)
    {
        for (var type = containingSymbol.ContainingType; type is not null; type = type.ContainingType)
        {
            if (applications.All.FirstOrDefault(application => SymbolEqualityComparer.Default.Equals(application.Symbol, type)) is { } around)
            {
                return around.ConfigurationSection;
            }
        }

        for (var outer = place.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IInvocationOperation call
                && call.Arguments.Select(argument => argument.Value.ConstantValue.Value).OfType<string>().Select(applications.WithScheme).FirstOrDefault() is { } named)
            {
                return named.ConfigurationSection;
            }
        }

        return applications.All is [var only] ? only.ConfigurationSection : Usual;
    }
}
