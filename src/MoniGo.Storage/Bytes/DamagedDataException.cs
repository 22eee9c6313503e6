namespace MoniGo.Storage;

/// <summary>Says that stored bytes are not what was written; never leaves the store.</summary>
internal class DamagedDataException(string what) : Exception(what);
