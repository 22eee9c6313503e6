namespace Storefront;

/// <summary>The bank did not take the money.</summary>
internal sealed class PaymentFailedException(string message) : Exception(message)
{
    /// <summary>The bank is a machine behind us, so its failure is a bad gateway.</summary>
    public static ExceptionHandlerOptions Handling { get; } = new()
    {
        StatusCodeSelector = exception => exception is PaymentFailedException ? StatusCodes.Status502BadGateway : StatusCodes.Status500InternalServerError,
    };
}
