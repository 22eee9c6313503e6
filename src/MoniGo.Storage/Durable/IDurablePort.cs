namespace MoniGo.Storage;

/// <summary>A port that serves from memory until it is given its directory.</summary>
internal interface IDurablePort : IAsyncDisposable
{
    /// <summary>Reads what the directory holds, adds what was kept in memory meanwhile, and is durable from there on.</summary>
    /// <remarks>
    /// Never fails: what is damaged is set aside, and where the directory cannot be used the port goes on from memory, says so once,
    /// and tries again. Called once, by the holder of the store's lock.
    /// </remarks>
    /// <param name="files">Where the directory is.</param>
    /// <param name="root">The directory of the whole store; the port has its own below it.</param>
    Task OpenAsync(IFileLayer files, string root);
}
