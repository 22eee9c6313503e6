namespace MoniGo.Signals;

/// <summary>What is measured of traced MVC actions; a meter of .NET carries it, so every listener may hear it.</summary>
public static class MvcInstruments
{
    /// <summary>Name of the meter.</summary>
    public const string Meter = "MoniGo.AspNetCore.Mvc";

    /// <summary>Tag that names the controller, without the word.</summary>
    public const string Controller = "controller";

    /// <summary>Tag that names the action.</summary>
    public const string Action = "action";

    /// <summary>Tag that names the stage: <c>binding</c>, <c>action</c> or <c>result</c>.</summary>
    public const string Stage = "stage";

    /// <summary>Gets how long the stages of traced actions took; tag <c>error.type</c> where one failed.</summary>
    public static InstrumentInfo StageDuration { get; } = new(
        "monigo.mvc.stage.duration", InstrumentKind.Histogram, "s", "Duration of the binding, the action and the result of traced MVC actions.", Meter);
}
