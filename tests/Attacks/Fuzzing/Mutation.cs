namespace DoOAuth.Tests.Fuzzing;

/// <summary>One thing that is odd about a token answer.</summary>
internal sealed record Mutation(string What, Action<TokenDraft> Apply)
{
    public override string ToString() => What.Length > 200 ? What[..200] + "…" : What;
}

/// <summary>A token answer, and what is odd about it.</summary>
internal sealed record TokenCase(IReadOnlyList<Mutation> Mutations, bool AsPage)
{
    public TokenReply Reply()
    {
        var draft = new TokenDraft();
        foreach (var mutation in Mutations)
        {
            mutation.Apply(draft);
        }

        return draft.Reply();
    }

    /// <summary>The same with one oddity fewer, to find the one that matters.</summary>
    public IEnumerable<TokenCase> Simpler() =>
        Mutations.Select((_, left) => this with { Mutations = [.. Mutations.Where((_, place) => place != left)] });

    public override string ToString() => $"[{string.Join("; ", Mutations)}] → {Reply()}";
}
