using Microsoft.AspNetCore.Mvc;

namespace MoniGo.TestHosts.Controllers;

/// <summary>A controller with one traced action.</summary>
public sealed class OrdersController : ControllerBase
{
    [HttpGet("/")]
    [MoniGoTrace]
    public string Index() => "host page";
}
