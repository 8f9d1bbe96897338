using DoOAuth.Analyzers.Applications;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Secrets;

/// <summary>Finds the section of the configuration that a secret belongs to.</summary>
internal static class SecretSection
{
    private const string Usual = "DigitalOcean";

    /// <summary>The section that a key names, as its class spells it; null if no application has it.</summary>
    public static string? Known(string section, ApplicationSet applications) =>
        applications.All.Select(application => application.ConfigurationSection).Append(Usual)
            .FirstOrDefault(known => string.Equals(known, section, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The section of the application whose options take the secret: the class around, or the one whose scheme is given to the
    /// call around, as in <c>Configure&lt;DigitalOceanOptions&gt;(DropletDeck.Scheme, …)</c>, or the only one there is.
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
