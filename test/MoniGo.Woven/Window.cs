namespace MoniGo.Woven;

/// <summary>A struct that lives on the stack.</summary>
public ref struct Window(Span<int> numbers)
{
    private readonly Span<int> _numbers = numbers;
    private int _at;

    [MoniGoTrace]
    public int Next() => _numbers[_at++];
}
