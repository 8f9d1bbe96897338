namespace DoOAuth.Api;

/// <summary>A text with known values. Values that DigitalOcean adds later are kept as they are.</summary>
public interface IDigitalOceanText
{
    /// <summary>The text.</summary>
    string Value { get; }
}
