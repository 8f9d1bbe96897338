namespace DoOAuth.ApiSource.Model;

/// <summary>The whole client.</summary>
/// <param name="Records">The objects.</param>
/// <param name="Texts">The texts with known values.</param>
/// <param name="Choices">The choices.</param>
/// <param name="Operations">The operations.</param>
internal sealed record ClientModel(
    IReadOnlyList<RecordType> Records, IReadOnlyList<KnownText> Texts, IReadOnlyList<ChoiceType> Choices, IReadOnlyList<ClientOperation> Operations);
