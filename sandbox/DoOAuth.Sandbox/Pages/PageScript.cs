using System.Security.Cryptography;
using System.Text;

namespace DoOAuth.Sandbox.Pages;

/// <summary>The script of a page. The content security policy allows it by its hash, and nothing else.</summary>
internal sealed class PageScript(string text)
{
    /// <summary>The script.</summary>
    public string Text { get; } = text;

    /// <summary>The directives of the content security policy.</summary>
    public string Policy { get; } = $"script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'; connect-src 'self'";
}
