namespace MoniGo.Storage;

/// <summary>Says that a file was written by a newer version of this library, and is not damaged at all.</summary>
internal sealed class NewerVersionException(string what) : DamagedDataException(what);
