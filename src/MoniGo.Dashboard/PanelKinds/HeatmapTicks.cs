using MoniGo.Query;

namespace MoniGo.Dashboard;

/// <summary>Marks the axis of a heat map at durations that people count in; the axis is logarithmic, as its rows are.</summary>
internal static class HeatmapTicks
{
    // Few enough to stand apart in the height of a panel.
    private const int Most = 7;

    private static readonly double[][] Leads = [[1, 2, 5], [1, 3], [1]];

    /// <summary>Gives the marks of a map of seconds, the longest first.</summary>
    public static IEnumerable<HeatmapTick> Of(Heatmap map)
    {
        var (lowest, highest) = (map.Bound(0), map.Bound(map.Rows));
        var seconds = Leads.Select(leads => Between(lowest, highest, leads)).FirstOrDefault(marks => marks.Length <= Most)
            ?? Thin(Between(lowest, highest, Leads[^1]));
        return from second in seconds.Reverse()
               select new HeatmapTick(Unit.WriteDuration(second), Math.Round(100 * Math.Log(highest / second) / Math.Log(highest / lowest), 1));
    }

    private static double[] Between(double lowest, double highest, double[] leads)
    {
        var (first, last) = ((int)Math.Floor(Math.Log10(lowest)), (int)Math.Ceiling(Math.Log10(highest)));
        return
        [
            .. from power in Enumerable.Range(first, last - first + 1)
               from lead in leads
               let second = lead * Math.Pow(10, power)
               where second > lowest && second < highest
               select second,
        ];
    }

    private static double[] Thin(double[] marks)
    {
        var each = (marks.Length + Most - 1) / Most;
        return [.. marks.Where((_, at) => at % each == 0)];
    }
}
