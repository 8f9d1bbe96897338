namespace DoOAuth.Sandbox.Pages;

/// <summary>The requested scopes of one resource.</summary>
/// <param name="Resource">The resource, such as <c>Droplets</c>.</param>
/// <param name="Items">What the scopes allow.</param>
internal sealed record ConsentGroup(string Resource, IReadOnlyList<ConsentItem> Items);

/// <summary>One scope in words.</summary>
/// <param name="Text">The words, such as <c>Create Droplets</c>.</param>
/// <param name="Scope">The scope, such as <c>droplet:create</c>.</param>
/// <param name="IsReading">Whether it allows no changes.</param>
internal sealed record ConsentItem(string Text, string Scope, bool IsReading);
