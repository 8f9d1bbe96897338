namespace DoOAuth.Templates.Staging.Linting;

/// <summary>
/// Finds in a template what the engine does not tell: for it a misspelt symbol is merely false, an unknown generator makes nothing,
/// a marker without its end swallows the rest of a file, and a string for a symbol that is gone is never shown.
/// </summary>
internal static class TemplateLint
{
    public static IReadOnlyList<LintFault> Check(TemplateFolder template) =>
    [
        .. BalanceRule.Check(template),
        .. ConditionRule.Check(template),
        .. SymbolRule.Check(template),
        .. EngineRule.Check(template),
        .. OutputRule.Check(template),
        .. HostRule.Check(template),
        .. LocalizationRule.Check(template),
    ];
}
