using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Flow;

/// <summary>A place where a variable gets a value, or where the object in it changes.</summary>
/// <param name="operation">The operation that does it; null for what a parameter has at the beginning.</param>
/// <param name="mayRepeat">Whether it may run several times.</param>
internal sealed class Definition(IOperation? operation, bool mayRepeat)
{
    public IOperation? Operation => operation;

    public bool MayRepeat => mayRepeat;
}
