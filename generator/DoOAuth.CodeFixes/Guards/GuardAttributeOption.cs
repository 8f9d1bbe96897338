using System.Collections.Immutable;
using DoOAuth.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.CodeFixes.Guards;

/// <summary>Guards to add as attributes to a method or class that a framework makes endpoints of.</summary>
/// <param name="Document">Its document.</param>
/// <param name="Declaration">The method or class.</param>
/// <param name="Guards">The scopes; behind an <c>@</c> the annotated class whose scheme the attribute names.</param>
internal sealed record GuardAttributeOption(Document Document, MemberDeclarationSyntax Declaration, ImmutableArray<string> Guards)
    : GuardOption(Document, Declaration, Guards)
{
    /// <inheritdoc/>
    public override string Text { get; } = string.Concat(Guards.Select(guard => $"[{Attribute(guard, isWhole: false)}]"));

    /// <summary>The attribute of a guard.</summary>
    /// <param name="guard">The guard.</param>
    /// <param name="isWhole">Whether names are written as a whole, to be shortened where they are inserted.</param>
    public static string Attribute(string guard, bool isWhole)
    {
        var parts = guard.Split('@');
        var (start, runtime) = isWhole ? ("global::", "global::DoOAuth.") : ("", "");
        var scheme = parts.Length == 1 ? "" : $", Scheme = {start}{(isWhole ? parts[1] : parts[1].Substring(parts[1].LastIndexOf('.') + 1))}.Scheme";
        return $"{runtime}RequireScope({runtime}{ScopeConstant.Of(parts[0])}{scheme})";
    }
}
