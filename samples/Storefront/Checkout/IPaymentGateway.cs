namespace Storefront;

/// <summary>Who takes the money.</summary>
internal interface IPaymentGateway
{
    Task ChargeAsync(decimal amount, CancellationToken cancellationToken);
}
