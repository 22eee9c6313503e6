using System.Net.WebSockets;
using System.Text;

namespace MoniGo.Tests;

/// <summary>Speaks SignalR's JSON protocol over a plain WebSocket: each message ends with the byte 0x1e.</summary>
internal sealed class HubConversation : IAsyncDisposable
{
    private const char End = '\u001e';

    private readonly WebSocket _socket;
    private readonly Queue<string> _received = [];
    private string _rest = "";

    private HubConversation(WebSocket socket) => _socket = socket;

    public static async Task<HubConversation> OpenAsync(TracedHost host, string path)
    {
        var hub = new HubConversation(await host.ConnectAsync(path));
        await hub.SendAsync("""{"protocol":"json","version":1}""");
        Assert.Equal("{}", await hub.ReceiveAsync());
        return hub;
    }

    /// <summary>Calls a method and gives its completion.</summary>
    public async Task<string> InvokeAsync(string method, string arguments) => (await AskAsync(type: 1, method, arguments))[^1];

    /// <summary>Calls a streaming method and gives its items and its completion.</summary>
    public Task<List<string>> StreamAsync(string method, string arguments) => AskAsync(type: 4, method, arguments);

    public async ValueTask DisposeAsync()
    {
        await _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        _socket.Dispose();
    }

    private async Task<List<string>> AskAsync(int type, string method, string arguments)
    {
        await SendAsync($$"""{"type":{{type}},"invocationId":"1","target":"{{method}}","arguments":[{{arguments}}]}""");
        var answers = new List<string>();
        while (answers.Count == 0 || !answers[^1].Contains("\"type\":3", StringComparison.Ordinal))
        {
            var message = await ReceiveAsync();
            if (message.Contains("invocationId", StringComparison.Ordinal)) // and no ping
                answers.Add(message);
        }

        return answers;
    }

    private Task SendAsync(string message) => _socket.SendAsync(
        Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private async Task<string> ReceiveAsync()
    {
        var buffer = new byte[4096];
        while (_received.Count == 0)
        {
            var part = await _socket.ReceiveAsync(buffer, CancellationToken.None);
            var messages = (_rest + Encoding.UTF8.GetString(buffer, 0, part.Count)).Split(End);
            foreach (var message in messages[..^1])
                _received.Enqueue(message);

            _rest = messages[^1];
        }

        return _received.Dequeue();
    }
}
