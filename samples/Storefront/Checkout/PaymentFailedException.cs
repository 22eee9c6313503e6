namespace Storefront;

/// <summary>The bank did not take the money.</summary>
internal sealed class PaymentFailedException(string message) : Exception(message);
