namespace Storefront;

/// <summary>The one account that may see the dashboard; section <c>Login</c> of the configuration.</summary>
/// <remarks>There is no default: outside Development the shop does not start without one.</remarks>
internal sealed class LoginOptions
{
    public const string Missing =
        "Outside Development the dashboard needs a login: set Login__User and Login__Password (environment), or Login:User and Login:Password (configuration).";

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    public bool IsComplete => User.Length > 0 && Password.Length > 0;
}
