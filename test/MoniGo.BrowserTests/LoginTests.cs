using System.Net;
using System.Text.RegularExpressions;

namespace MoniGo.BrowserTests;

/// <summary>Outside Development nobody sees the dashboard without having logged in.</summary>
public sealed partial class LoginTests : IDisposable
{
    private readonly HttpClient _visitor = new(new HttpClientHandler { AllowAutoRedirect = false });
    private readonly CancellationTokenSource _patience = new(ShopProcess.Patience);

    [Fact]
    public async Task Without_a_name_and_password_the_shop_does_not_start_and_says_what_to_set()
    {
        await using var shop = ShopProcess.StartInProduction();

        var (code, errors) = await shop.EndsAsync(_patience.Token);

        Assert.NotEqual(0, code);
        Assert.Contains("set Login__User and Login__Password", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_is_sent_to_the_login_and_a_program_is_told_401()
    {
        await using var shop = Start();
        var dashboard = await shop.OpensAsync(_patience.Token);

        using var page = await _visitor.GetAsync(dashboard, _patience.Token);
        using var api = await _visitor.GetAsync($"{dashboard}/api/v1/metrics", _patience.Token);
        using var stream = await _visitor.GetAsync($"{dashboard}/live?page=overview", HttpCompletionOption.ResponseHeadersRead, _patience.Token);

        Assert.Equal((HttpStatusCode.Redirect, "/login"), (page.StatusCode, page.Headers.Location?.AbsolutePath));
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
        Assert.False(stream.IsSuccessStatusCode);
    }

    [Fact]
    public async Task The_right_password_leads_to_the_dashboard()
    {
        await using var shop = Start();
        var dashboard = await shop.OpensAsync(_patience.Token);
        using var asked = await _visitor.GetAsync(dashboard, _patience.Token);

        using var answer = await LogInAsync(asked.Headers.Location!, "correct horse");
        Assert.Equal((HttpStatusCode.Redirect, "/monigo"), (answer.StatusCode, answer.Headers.Location?.OriginalString));

        using var page = await _visitor.GetAsync(dashboard, _patience.Token);
        using var api = await _visitor.GetAsync($"{dashboard}/api/v1/service-info", _patience.Token);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (page.StatusCode, api.StatusCode));
    }

    [Fact]
    public async Task A_wrong_password_leads_nowhere()
    {
        await using var shop = Start();
        var dashboard = await shop.OpensAsync(_patience.Token);

        using var answer = await LogInAsync(new Uri(dashboard, "/login"), "wrong horse");
        Assert.Contains("role=\"alert\"", await answer.Content.ReadAsStringAsync(_patience.Token), StringComparison.Ordinal);

        using var page = await _visitor.GetAsync(dashboard, _patience.Token);
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
    }

    public void Dispose()
    {
        _visitor.Dispose();
        _patience.Dispose();
    }

    private static ShopProcess Start() => ShopProcess.StartInProduction(("Login__User", "operator"), ("Login__Password", "correct horse"));

    private async Task<HttpResponseMessage> LogInAsync(Uri login, string password)
    {
        var token = Token().Match(await _visitor.GetStringAsync(login, _patience.Token)).Groups["token"].Value;
        using var form = new FormUrlEncodedContent([new("user", "operator"), new("password", password), new("__RequestVerificationToken", token)]);
        return await _visitor.PostAsync(login, form, _patience.Token);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
