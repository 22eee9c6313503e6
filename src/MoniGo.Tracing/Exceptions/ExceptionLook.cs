using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace MoniGo.Tracing;

/// <summary>What a close look at an exception tells: the group it belongs to, and its text.</summary>
/// <param name="Id">Id of the group, the same in every process.</param>
/// <param name="Type">Full type name.</param>
/// <param name="Shape">Shape of its message.</param>
/// <param name="Site">The frames from the throw to the application's code.</param>
/// <param name="Message">Its message, cut.</param>
/// <param name="Text">The exception with its inner ones and their stacks, cut.</param>
internal sealed record ExceptionLook(string Id, string Type, string Shape, string Site, string Message, string Text)
{
    /// <summary>Longest text kept: 16 kB in memory.</summary>
    public const int MostText = 8_000;

    private const int MostMessage = 1_000;
    private const int MostInner = 8;

    /// <summary>Looks closely: walks the stacks, without file names, which would read symbol files from the disk.</summary>
    public static ExceptionLook At(Exception exception)
    {
        var type = FunctionErrors.NameOf(exception);
        var (shape, site) = IsCancellation(exception) ? ("", "") : (MessageShape.Of(exception.Message), ThrowSite.Of(new(exception, fNeedFileInfo: false)));
        return new(IdOf(type, shape, site), type, shape, site, Texts.Cut(exception.Message, MostMessage), TextOf(exception));
    }

    /// <summary>Gives the exception that another one merely carries.</summary>
    public static Exception CauseOf(Exception exception)
    {
        for (var depth = 0; depth < MostInner; depth++)
        {
            var carried = exception switch
            {
                AggregateException { InnerExceptions: [var only] } => only,
                System.Reflection.TargetInvocationException { InnerException: { } inner } => inner,
                _ => null,
            };
            if (carried is null)
                break;

            exception = carried;
        }

        return exception;
    }

    /// <summary>Gives the text anew: once more frames are passed there is more to tell.</summary>
    public static string TextOf(Exception exception)
    {
        var text = new StringBuilder();
        Append(text, exception, depth: 0);
        return Texts.Cut(text.ToString(), MostText);
    }

    /// <summary>Tells whether work was called off, which is no fault wherever it happens; a time-out is one.</summary>
    private static bool IsCancellation(Exception exception) => exception is OperationCanceledException { InnerException: not TimeoutException };

    private static string IdOf(string type, string shape, string site) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{type}\n{shape}\n{site}")).AsSpan(0, 8));

    private static void Append(StringBuilder text, Exception exception, int depth)
    {
        if (depth > 0)
            text.Append(" ---> ");

        text.Append(FunctionErrors.NameOf(exception)).Append(": ").Append(exception.Message).Append('\n')
            .Append(new StackTrace(exception, fNeedFileInfo: false));
        if (depth == MostInner || text.Length > MostText)
            return;

        if (exception is AggregateException several)
        {
            foreach (var one in several.InnerExceptions.Take(MostInner))
                Append(text, one, depth + 1);
        }
        else if (exception.InnerException is { } inner)
        {
            Append(text, inner, depth + 1);
        }
    }
}
