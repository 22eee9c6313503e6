using MoniGo;

namespace Storefront;

/// <summary>A bank that thinks for a moment and now and then says no.</summary>
internal sealed partial class PaymentGateway(TimeProvider time, ILogger<PaymentGateway> logger) : IPaymentGateway
{
    private const double FailureShare = 0.02;

    private readonly Random _luck = new(2026);
    private readonly Lock _turn = new();

    /// <summary>Traced by the decorator that <c>AddMoniGoTraced</c> puts in front.</summary>
    [MoniGoTrace]
    public async Task ChargeAsync(decimal amount, CancellationToken cancellationToken)
    {
        LogAsked(amount);
        var (luck, thinks) = Roll();
        await Task.Delay(thinks, time, cancellationToken);
        if (luck < FailureShare)
            throw new PaymentFailedException($"The bank declined {amount:0.00} EUR.");
    }

    private (double Luck, TimeSpan Thinks) Roll()
    {
        lock (_turn)
            return (_luck.NextDouble(), TimeSpan.FromMilliseconds(_luck.Next(20, 80)));
    }

    [LoggerMessage(1, LogLevel.Information, "The bank is asked for {Amount:0.00} EUR")]
    private partial void LogAsked(decimal amount);
}
