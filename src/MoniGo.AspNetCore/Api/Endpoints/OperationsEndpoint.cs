using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using MoniGo.Dashboard;
using MoniGo.Signals;

namespace MoniGo.AspNetCore;

/// <summary>Answers <c>GET operations</c> and <c>GET operations/{id}</c>: the long captures and where they stand.</summary>
internal sealed class OperationsEndpoint(IOperations operations)
{
    public Task<Reply> ListAsync(HttpContext context)
    {
        var list = operations.List().Select(OperationResponse.Of).ToArray();
        return Task.FromResult(Reply.Json(new OperationsResponse(list), ApiJson.Default.OperationsResponse));
    }

    public Task<Reply> FindAsync(HttpContext context) => Task.FromResult(
        operations.Find(IdOf(context)) is { } operation
            ? Reply.Json(OperationResponse.Of(operation), ApiJson.Default.OperationResponse)
            : Unknown);

    /// <summary>Answers an id that is unknown or forgotten.</summary>
    public static Reply Unknown { get; } = Reply.Problem(StatusCodes.Status404NotFound, "There is no operation with this id, or it is forgotten.");

    /// <summary>Reads the id out of the path.</summary>
    public static string IdOf(HttpContext context) => context.GetRouteValue("id") as string ?? "";
}
