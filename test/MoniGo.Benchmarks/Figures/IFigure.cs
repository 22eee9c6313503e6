namespace MoniGo.Benchmarks;

/// <summary>One set of figures with a budget, and the anchors to compare them with, measured in the same run.</summary>
/// <remarks>To add one: a file here, and its line in <see cref="FigureList"/>. It ends within about a minute.</remarks>
internal interface IFigure
{
    /// <summary>Gets the name to ask for it by.</summary>
    string Name { get; }

    /// <summary>Gets what is measured, in a few words.</summary>
    string About { get; }

    /// <summary>Measures, and writes each figure as soon as it is known.</summary>
    Task RunAsync(FigureWriter writer);
}
