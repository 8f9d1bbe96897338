namespace DoOAuth.Sandbox.Faults;

/// <summary>The type of value that a kind of fault takes.</summary>
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
