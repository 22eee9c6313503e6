using Microsoft.CodeAnalysis;

namespace System.Runtime.CompilerServices;

/// <summary>Lets records compile for netstandard2.0, which compilers load; embedded, so that no friend of this assembly sees it.</summary>
[Embedded]
internal static class IsExternalInit;
