namespace MoniGo.Woven;

/// <summary>A service with members of every kind.</summary>
public interface IStock : IRead<string>, IDisposable
{
    event EventHandler? Changed;

    new string Name { get; set; }

    int Level { set; }

    int this[int index] { get; set; }

    int Count(string item);

    Task<int> CountAsync(Task gate);

    ValueTask Notify();

    T? Find<T>(in T item, ref int tries, out bool found);

    int Untraced(params int[] numbers);

    int Default(int number) => number + 1;

    ref int Slot(int index);

    [MoniGoTrace]
    int Woven(int number);

    [MoniGoTrace]
    int Explicit(int number);
}
