namespace DoOAuth.Sandbox.Pages;

/// <summary>What is asked for of one resource.</summary>
/// <param name="Resource">The resource, such as <c>Droplets</c>.</param>
/// <param name="Items">What the app could do with it.</param>
internal sealed record ConsentGroup(string Resource, IReadOnlyList<ConsentItem> Items);

/// <summary>One scope in words.</summary>
/// <param name="Text">The words, such as <c>Create Droplets</c>.</param>
/// <param name="Scope">The scope, such as <c>droplet:create</c>.</param>
/// <param name="IsReading">Whether nothing can be changed with it.</param>
internal sealed record ConsentItem(string Text, string Scope, bool IsReading);
