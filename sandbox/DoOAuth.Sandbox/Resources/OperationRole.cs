namespace DoOAuth.Sandbox.Resources;

/// <summary>What an operation does with the stored resources.</summary>
internal enum OperationRole
{
    /// <summary>Reads or writes a document that belongs to its path.</summary>
    Document,

    /// <summary>Lists a collection.</summary>
    List,

    /// <summary>Returns an item.</summary>
    Get,

    /// <summary>Creates an item.</summary>
    Create,

    /// <summary>Changes an item.</summary>
    Update,

    /// <summary>Deletes an item.</summary>
    Delete,

    /// <summary>Deletes the items that the query names.</summary>
    DeleteMatching,

    /// <summary>Creates an item in another collection of the same parent.</summary>
    CreateElsewhere,

    /// <summary>Changes the item that the path starts with.</summary>
    UpdateParent,
}
