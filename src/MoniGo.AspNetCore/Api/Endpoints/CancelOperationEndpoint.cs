using Microsoft.AspNetCore.Http;
using MoniGo.Dashboard;
using MoniGo.Signals;

namespace MoniGo.AspNetCore;

/// <summary>Answers <c>POST operations/{id}/cancel</c> and <c>DELETE operations/{id}</c>: 202 when the operation was asked to stop.</summary>
internal sealed class CancelOperationEndpoint(IOperations operations)
{
    public Task<Reply> HandleAsync(HttpContext context) =>
        Task.FromResult(Cancel(OperationsEndpoint.IdOf(context), context.User.Identity?.Name ?? ""));

    private Reply Cancel(string id, string cancelledBy)
    {
        if (operations.Find(id) is null)
            return OperationsEndpoint.Unknown;

        // It may end between the two questions; then there is nothing left to cancel, which is what 409 says.
        var asked = operations.TryCancel(id, cancelledBy);
        return !asked
            ? Reply.Problem(StatusCodes.Status409Conflict, "The operation is not running any more.")
            : operations.Find(id) is { } operation
                ? Reply.Json(OperationResponse.Of(operation), ApiJson.Default.OperationResponse, StatusCodes.Status202Accepted)
                : OperationsEndpoint.Unknown;
    }
}
