namespace MoniGo.Tracing.Generator;

/// <summary>Why a method cannot be woven.</summary>
internal enum ObstacleKind
{
    /// <summary>Its body runs while its result is read.</summary>
    Iterator,

    /// <summary>Nobody learns when it ends.</summary>
    AsyncVoid,

    /// <summary>Generated code cannot call it, or not in its place.</summary>
    OutOfReach,
}
