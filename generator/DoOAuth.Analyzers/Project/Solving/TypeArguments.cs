using System.Collections.Immutable;
using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>The types for which the project's code uses its type parameters: where generic methods are called, and in the base types of its classes.</summary>
internal sealed class TypeArguments(ProjectSummary summary, Implementations implementations)
{
    private readonly Lazy<Dictionary<ITypeParameterSymbol, HashSet<ITypeSymbol>>> _given = new(() => Given(summary, implementations));

    /// <summary>The types that a type parameter stands for.</summary>
    public ImmutableArray<ITypeSymbol> Of(ITypeParameterSymbol parameter)
    {
        var (found, seen, open) = (new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default), new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default), new Queue<ITypeSymbol>([parameter.OriginalDefinition]));
        while (open.Count > 0)
        {
            var type = open.Dequeue();
            if (!seen.Add(type))
            {
                continue;
            }

            if (type is not ITypeParameterSymbol inner)
            {
                found.Add(type);
            }
            else if (_given.Value.TryGetValue(inner, out var given))
            {
                foreach (var one in given)
                {
                    open.Enqueue(one);
                }
            }
        }

        return [.. found.OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal)];
    }

    private static Dictionary<ITypeParameterSymbol, HashSet<ITypeSymbol>> Given(ProjectSummary summary, Implementations implementations)
    {
        var given = new Dictionary<ITypeParameterSymbol, HashSet<ITypeSymbol>>(SymbolEqualityComparer.Default);
        foreach (var method in summary.Edges.Select(edge => edge.To.Method).OfType<IMethodSymbol>())
        {
            Add(method.OriginalDefinition.TypeParameters, method.TypeArguments);
            if (method.ReducedFrom is { } reduced)
            {
                Add(reduced.OriginalDefinition.TypeParameters, method.TypeArguments);
            }

            AddType(method.ContainingType);
        }

        foreach (var type in implementations.Types.All)
        {
            AddType(type.BaseType);
            foreach (var implemented in type.Interfaces)
            {
                AddType(implemented);
                AddBack(implemented);
            }
        }

        return given;

        void AddType(INamedTypeSymbol? type)
        {
            for (; type is not null; type = type.ContainingType)
            {
                Add(type.OriginalDefinition.TypeParameters, type.TypeArguments);
            }
        }

        // What an interface is used for, its generic implementation is made for.
        void AddBack(INamedTypeSymbol implemented)
        {
            for (var index = 0; index < implemented.TypeArguments.Length; index++)
            {
                if (implemented.TypeArguments[index] is ITypeParameterSymbol own)
                {
                    Add([own], [implemented.OriginalDefinition.TypeParameters[index]]);
                }
            }
        }

        void Add(ImmutableArray<ITypeParameterSymbol> parameters, ImmutableArray<ITypeSymbol> arguments)
        {
            for (var index = 0; index < parameters.Length && index < arguments.Length; index++)
            {
                if (!given.TryGetValue(parameters[index], out var types))
                {
                    given.Add(parameters[index], types = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default));
                }

                types.Add(arguments[index]);
            }
        }
    }
}
