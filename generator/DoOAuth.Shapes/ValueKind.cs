namespace DoOAuth.Shapes;

/// <summary>What a value is.</summary>
internal enum ValueKind
{
    /// <summary>Any JSON value.</summary>
    Any,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A whole number. DigitalOcean's can be larger than 32 bits.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>An object whose members are not described.</summary>
    FreeObject,

    /// <summary>A named shape.</summary>
    Named,

    /// <summary>A list.</summary>
    Array,

    /// <summary>An object with values of one type under names that the caller chooses.</summary>
    Map,

    /// <summary>One of several types.</summary>
    Union,
}
