// Two kinds of measuring live here. "figures" prints the figures that the design holds budgets for, each within about a minute;
// anything else goes to BenchmarkDotNet, for a closer look at one of the suites.
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using MoniGo.Benchmarks;

if (args is [Child.Verb, var name, var side])
{
    await (name switch
    {
        RequestChild.Name => RequestChild.RunAsync(side),
        StoreChild.Name => StoreChild.RunAsync(side),
        _ => HostChild.RunAsync(side),
    });
    return 0;
}

if (args is ["figures", .. var names])
    return await FigureList.RunAsync(names, Console.Out);

// In process: BenchmarkDotNet 0.14 cannot build projects for .NET 10.
var config = DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromAssembly(typeof(FigureList).Assembly).Run(args, config);
return 0;
