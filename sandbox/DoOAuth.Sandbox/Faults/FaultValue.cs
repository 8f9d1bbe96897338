namespace DoOAuth.Sandbox.Faults;

/// <summary>What value a kind of fault takes.</summary>
internal enum FaultValue
{
    None,
    Name,
    Optional,
    Duration,
    Status,
    OptionalNumber,
    OptionalAddress,
}
