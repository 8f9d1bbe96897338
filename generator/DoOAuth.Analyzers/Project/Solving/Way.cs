using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Project.Summaries;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>The shortest way from a piece of code to a call of the API.</summary>
/// <param name="Code">The code.</param>
/// <param name="Owner">The class whose client goes along; nothing where nobody says.</param>
/// <param name="Next">The way from there on; nothing where the call stands in the code itself.</param>
/// <param name="Need">What the call at its end needs.</param>
internal sealed record Way(CodeKey Code, DeclaredApplication? Owner, Way? Next, Need Need)
{
    /// <summary>The code on the way, from this one to the call, and through those that hand its address on.</summary>
    public IEnumerable<CodeKey> Codes()
    {
        for (var way = this; way is not null; way = way.Next)
        {
            yield return way.Code;
        }

        foreach (var code in Need.Fact.Through)
        {
            yield return code;
        }
    }
}
