using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.Analyzers.Project.Explaining;

/// <summary>The file <c>DigitalOceanScopes.txt</c> of a project, as it is in the repository.</summary>
internal sealed class ScopesFile
{
    /// <summary>The file's name.</summary>
    public const string Name = "DigitalOceanScopes.txt";

    private const string Header = "# What this app asks its users for at DigitalOcean, and why. The fix for DOO107 updates this file.";

    private readonly SourceText _text;
    private readonly int _first;

    private ScopesFile(AdditionalText file, SourceText text)
    {
        (Path, _text) = (file.Path, text);
        while (_first < text.Lines.Count && LineAt(_first) is var line && (line.Length == 0 || line[0] == '#'))
        {
            _first++;
        }
    }

    /// <summary>The file's path.</summary>
    public string Path { get; }

    /// <summary>Finds the file; null if the project does not have it.</summary>
    public static ScopesFile? Find(ImmutableArray<AdditionalText> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            if (file.Path.Substring(file.Path.LastIndexOfAny(['/', '\\']) + 1).Equals(Name, StringComparison.OrdinalIgnoreCase)
                && file.GetText(cancellationToken) is { } text)
            {
                return new ScopesFile(file, text);
            }
        }

        return null;
    }

    /// <summary>Compares the file with what it should say, without comments and empty lines; null if it is up to date.</summary>
    public ScopesFileDifference? DifferenceFrom(IReadOnlyList<string> expected)
    {
        var lines = Enumerable.Range(_first, _text.Lines.Count - _first).Where(line => LineAt(line).Length > 0).ToList();
        List<string> actual = [.. lines.Select(LineAt)], wanted = [.. expected.Where(line => line.Length > 0)];
        var same = 0;
        while (same < actual.Count && same < wanted.Count && actual[same] == wanted[same])
        {
            same++;
        }

        return same == actual.Count && same == wanted.Count
            ? null
            : new ScopesFileDifference(LocationOf(same < lines.Count ? lines[same] : _text.Lines.Count - 1), ScopesFileDifference.Describe(same, actual, wanted));
    }

    /// <summary>The whole file with other lines. Its comments and its line breaks stay.</summary>
    public string With(IReadOnlyList<string> lines)
    {
        var comments = Enumerable.Range(0, _first).Select(LineAt).ToList();
        while (comments.Count > 0 && comments[comments.Count - 1].Length == 0)
        {
            comments.RemoveAt(comments.Count - 1);
        }

        var lineBreak = _text.ToString().IndexOf("\r\n", StringComparison.Ordinal) >= 0 ? "\r\n" : "\n";
        return string.Concat((comments.Count > 0 ? comments : [Header]).Append("").Concat(lines).Select(line => line + lineBreak));
    }

    private Location LocationOf(int line)
    {
        var span = _text.Lines[line].Span;
        return Location.Create(Path, span, _text.Lines.GetLinePositionSpan(span));
    }

    private string LineAt(int line) => _text.Lines[line].ToString().TrimEnd();
}
