namespace Microsoft.CodeAnalysis;

/// <summary>Tells compilers that a type is nobody else's.</summary>
[AttributeUsage(AttributeTargets.All)]
internal sealed class EmbeddedAttribute : Attribute;
