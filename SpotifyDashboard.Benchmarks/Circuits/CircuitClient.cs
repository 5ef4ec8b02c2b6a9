using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SpotifyDashboard.Benchmarks.Circuits;

/// <summary>A browser tab without a browser: opens a page's circuit over a WebSocket, answers what the server asks of it, and follows links.</summary>
internal sealed partial class CircuitClient : IAsyncDisposable
{
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly Uri _server;
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _closed = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private Task _listening = Task.CompletedTask;
    private long _lastBatchAt = Stopwatch.GetTimestamp();
    private int _batches;
    private int _objects;
    private int _calls;

    public CircuitClient(Uri server) => _server = server;

    /// <summary>What went wrong, as the server or the socket said; empty while all is well.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>Fetches the page and opens its circuit, until nothing more is drawn.</summary>
    public async Task OpenAsync(HttpClient http, string path)
    {
        var page = await http.GetStringAsync(new Uri(_server, path));
        using var negotiated = await http.PostAsync(new Uri(_server, "_blazor/negotiate?negotiateVersion=1"), content: null);
        using var answer = JsonDocument.Parse(await negotiated.Content.ReadAsStringAsync());
        var token = answer.RootElement.GetProperty("connectionToken").GetString() ?? "";
        await _socket.ConnectAsync(new UriBuilder(new Uri(_server, "_blazor")) { Scheme = "ws", Query = $"id={Uri.EscapeDataString(token)}" }.Uri, _closed.Token);
        await _socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Binary, endOfMessage: true, _closed.Token);
        await ReceiveAsync();
        _listening = ListenAsync();
        var markers = Markers().Matches(page).Select(match => match.Groups["marker"].Value).ToList();
        var state = State().Match(page).Groups["state"].Value;
        await CallAsync("0", "StartCircuit", _server.ToString(), new Uri(_server, path).ToString(), "[]", state);
        var operations = markers.Select((marker, index) => string.Create(CultureInfo.InvariantCulture, $"{{\"type\":\"add\",\"ssrComponentId\":{index + 1},\"marker\":{marker}}}"));
        await CallAsync("1", "UpdateRootComponents", $"{{\"batchId\":1,\"operations\":[{string.Join(',', operations)}]}}", state);
        await DrawnAsync(Stopwatch.GetTimestamp());
    }

    /// <summary>Follows a link within the page.</summary>
    /// <returns>The time until the last change was drawn.</returns>
    public async Task<TimeSpan> ClickAsync(string path)
    {
        var begun = Stopwatch.GetTimestamp();
        await CallAsync(string.Create(CultureInfo.InvariantCulture, $"{++_calls + 1}"), "OnLocationChanged", new Uri(_server, path).ToString(), null, true);
        return await DrawnAsync(begun);
    }

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        await _listening;
        _socket.Dispose();
        _closed.Dispose();
        _sending.Dispose();
    }

    private async Task<TimeSpan> DrawnAsync(long begun)
    {
        var before = Volatile.Read(ref _batches);
        while (Errors.Count == 0)
        {
            await Task.Delay(20);
            var last = Volatile.Read(ref _lastBatchAt);
            if (Volatile.Read(ref _batches) > before && last > begun && Stopwatch.GetElapsedTime(last) > s_quiet)
            {
                return Stopwatch.GetElapsedTime(begun, last);
            }

            if (Stopwatch.GetElapsedTime(begun) > s_patience)
            {
                Errors.Add("Nothing was drawn for twenty seconds after a click.");
            }
        }

        return Stopwatch.GetElapsedTime(begun);
    }

    private async Task ListenAsync()
    {
        try
        {
            while (!_closed.IsCancellationRequested)
            {
                foreach (var message in PackReader.Messages(await ReceiveAsync()))
                {
                    await HearAsync(message);
                }
            }
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested)
        {
            // The tab was closed.
        }
        catch (Exception exception) when (exception is WebSocketException or InvalidDataException)
        {
            Errors.Add(exception.Message);
        }
    }

    private async Task HearAsync(object?[] message)
    {
        switch (message)
        {
            case [1L, _, _, string target, object?[] arguments, ..]:
                await AnswerAsync(target, arguments);
                break;
            case [3L, _, string id, 1L, string error]:
                Errors.Add($"Call {id}: {error}");
                break;
            case [6L]:
                await SendAsync(PackWriter.Ping());
                break;
            case [7L, ..]:
                Errors.Add("The server closed the circuit.");
                break;
        }
    }

    private async Task AnswerAsync(string target, object?[] arguments)
    {
        switch (target)
        {
            case "JS.RenderBatch":
                Interlocked.Increment(ref _batches);
                Volatile.Write(ref _lastBatchAt, Stopwatch.GetTimestamp());
                await CallAsync(null, "OnRenderCompleted", arguments[0], null);
                break;
            case "JS.BeginInvokeJS" when arguments is [long handle, string name, _, long kind, ..] && handle != 0:
                var result = kind == 1 ? string.Create(CultureInfo.InvariantCulture, $"{{\"__jsObjectId\":{++_objects}}}") : name == "timeZone" ? "\"Europe/Berlin\"" : "null";
                await CallAsync(null, "EndInvokeJSFromDotNet", handle, true, string.Create(CultureInfo.InvariantCulture, $"[{handle},true,{result}]"));
                break;
            case "JS.Error":
                Errors.Add(arguments[0]?.ToString() ?? "The circuit failed.");
                break;
        }
    }

    private Task CallAsync(string? id, string target, params object?[] arguments) => SendAsync(PackWriter.Invocation(id, target, arguments));

    private async Task SendAsync(byte[] message)
    {
        await _sending.WaitAsync(_closed.Token);
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, _closed.Token);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task<byte[]> ReceiveAsync()
    {
        using var whole = new MemoryStream();
        var part = new byte[16 * 1024];
        WebSocketReceiveResult received;
        do
        {
            received = await _socket.ReceiveAsync(part, _closed.Token);
            await whole.WriteAsync(part.AsMemory(0, received.Count), _closed.Token);
        }
        while (!received.EndOfMessage);
        return received.MessageType == WebSocketMessageType.Close ? throw new WebSocketException("The server closed the connection.") : whole.ToArray();
    }

    [GeneratedRegex("<!--Blazor:(?<marker>\\{\"type\":\"server\".*?\\})-->", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Markers();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>.*?)-->", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex State();
}
