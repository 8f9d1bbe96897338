namespace DoOAuth;

/// <summary>Marks types that belong to one signed-in user. The response of a handler with such a parameter is for that user only.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PersonalAttribute : Attribute;
