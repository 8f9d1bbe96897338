using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>Orders by location what several threads extracted, so that reports are always the same.</summary>
internal sealed class LocationOrder : IComparer<Location>
{
    public static LocationOrder Order { get; } = new();

    public static int Compare(Location place, Location other)
    {
        var byFile = string.CompareOrdinal(place.SourceTree?.FilePath, other.SourceTree?.FilePath);
        var byStart = byFile != 0 ? byFile : place.SourceSpan.Start.CompareTo(other.SourceSpan.Start);
        return byStart != 0 ? byStart : place.SourceSpan.Length.CompareTo(other.SourceSpan.Length);
    }

    int IComparer<Location>.Compare(Location x, Location y) => Compare(x, y);
}
