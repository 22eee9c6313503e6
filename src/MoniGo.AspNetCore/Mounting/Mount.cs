namespace MoniGo.AspNetCore;

/// <summary>One call of <c>MapMoniGo</c>: where it is, and what the guard found when it looked.</summary>
internal sealed class Mount(string path)
{
    private volatile MountState _state;

    public string Path { get; } = path;

    public MountState State
    {
        get => _state;
        set => _state = value;
    }
}
