using MoniGo.Exporters;
using MoniGo.Wire;

namespace MoniGo.Tests;

public sealed class AcceptHeaderTests
{
    [Theory]
    [InlineData(null, (int)ExpositionFormat.Text)]
    [InlineData("", (int)ExpositionFormat.Text)]
    [InlineData("*/*", (int)ExpositionFormat.Text)]
    [InlineData("application/json", (int)ExpositionFormat.Text)]
    [InlineData("application/openmetrics-text", (int)ExpositionFormat.OpenMetrics)]
    [InlineData("Application/OpenMetrics-Text; Version=\"1.0.0\"; charset=utf-8", (int)ExpositionFormat.OpenMetrics)]
    [InlineData("application/openmetrics-text;version=1.0.0;q=0.5,application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2", (int)ExpositionFormat.OpenMetrics)]
    [InlineData("text/plain;version=0.0.4;q=0.5,application/openmetrics-text;q=0.4", (int)ExpositionFormat.Text)]
    [InlineData("application/openmetrics-text;q=0", (int)ExpositionFormat.Text)]
    [InlineData("application/openmetrics-text;q=nonsense", (int)ExpositionFormat.Text)]
    [InlineData("application/openmetrics-text;version=9.0.0", (int)ExpositionFormat.Text)]
    [InlineData(",;,=;q=,", (int)ExpositionFormat.Text)]
    public void Choose_AcceptHeader_FollowsItsWeights(string? accept, int expected) =>
        Assert.Equal((ExpositionFormat)expected, AcceptHeader.Choose(accept));
}
