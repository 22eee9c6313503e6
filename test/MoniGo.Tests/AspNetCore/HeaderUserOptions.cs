using Microsoft.AspNetCore.Authentication;

namespace MoniGo.Tests;

internal sealed class HeaderUserOptions : AuthenticationSchemeOptions;
