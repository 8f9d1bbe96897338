namespace DoOAuth.Templates.Staging.Linting;

/// <summary>
/// Finds errors that the template engine does not report. For the engine, a misspelled symbol is false, an unknown generator creates
/// nothing, a marker without an end removes the rest of a file, and a string for a missing symbol is never shown.
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
