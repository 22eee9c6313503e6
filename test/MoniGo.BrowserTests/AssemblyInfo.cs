using MoniGo.BrowserTests;

// One shop and one browser serve all tests; the tests take turns, because the machine may have two cores.
[assembly: AssemblyFixture(typeof(Shop))]
[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]
