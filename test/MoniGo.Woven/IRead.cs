namespace MoniGo.Woven;

/// <summary>A base interface.</summary>
public interface IRead<T>
{
    T Read(T value);

    /// <summary>Gets a name that another interface has too.</summary>
    string Name { get; }
}
