using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.TemplateCompiler;

/// <summary>An error in a template.</summary>
/// <param name="Place">The position, from line and column 0.</param>
/// <param name="Message">What is wrong, for the person who edits the template.</param>
internal readonly record struct TemplateFault(LinePositionSpan Place, string Message);
