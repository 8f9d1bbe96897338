using System.Text;

namespace DoOAuth.Catalog;

/// <summary>A scope's name: <c>resource:action</c>, or one word for older scopes without a resource.</summary>
internal static class ScopeName
{
    /// <summary>
    /// The name as part of a C# identifier: <c>block_storage:read</c> becomes <c>BlockStorageRead</c>. It can start with a digit, and
    /// characters that are not allowed in an identifier are removed.
    /// </summary>
    public static string ToPascalCase(string name)
    {
        var result = new StringBuilder(name.Length);
        var wordBegins = true;
        foreach (var character in name)
        {
            if (char.IsLetterOrDigit(character))
            {
                result.Append(wordBegins ? char.ToUpperInvariant(character) : character);
                wordBegins = false;
            }
            else
            {
                wordBegins = true;
            }
        }

        return result.ToString();
    }

    /// <summary>The name as words for a reader: <c>block_storage</c> becomes <c>block storage</c>.</summary>
    public static string ToWords(string name) => name.Replace('_', ' ').Replace('-', ' ');

    /// <summary>The text before the colon, or null.</summary>
    public static string? ResourceOf(string scope)
    {
        var colon = scope.IndexOf(':');
        return colon < 0 ? null : scope.Substring(0, colon);
    }

    /// <summary>The text after the colon, or the whole name if there is no colon.</summary>
    public static string ActionOf(string scope) => scope.Substring(scope.IndexOf(':') + 1);

    /// <summary>Whether the name has the form of DigitalOcean's scopes. The scope may not exist.</summary>
    public static bool IsWellFormed(string scope)
    {
        var colon = scope.IndexOf(':');
        return colon < 0 ? IsWord(scope) : IsWord(scope.Substring(0, colon)) && IsWord(scope.Substring(colon + 1));
    }

    private static bool IsWord(string text) =>
        text.Length > 0
        && char.IsLetterOrDigit(text[0])
        && text.All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '-');
}
