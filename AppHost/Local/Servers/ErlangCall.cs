using System.Diagnostics;
using System.Globalization;

namespace IntegrationPlatform.Local.Servers;

/// <summary>
/// Evaluates Erlang on a running node through <c>erl_call</c>: some milliseconds, where <c>rabbitmqctl</c> boots a whole
/// Erlang machine for each call.
/// </summary>
/// <param name="DistributionPort">The node's distribution port.</param>
/// <param name="Cookie">The node's cookie.</param>
public sealed record ErlangCall(int DistributionPort, string Cookie)
{
    /// <summary>Evaluates expressions; the answer is Erlang's text for the last one.</summary>
    /// <exception cref="InvalidOperationException">The node does not answer, or the evaluation failed.</exception>
    public async Task<string> EvaluateAsync(string expressions, CancellationToken cancellation = default)
    {
        // A node of its own name for each call: a node refuses a second connection of the same name.
        var caller = $"call{Guid.CreateVersion7():N}";
        var start = new ProcessStartInfo(
            "erl_call",
            ["-address", $"127.0.0.1:{DistributionPort}", "-c", Cookie, "-h", caller, "-e"]
        )
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var call = Process.Start(start)!;
        await call.StandardInput.WriteLineAsync(expressions.AsMemory(), cancellation);
        call.StandardInput.Close();
        var errors = call.StandardError.ReadToEndAsync(cancellation);
        var answer = await call.StandardOutput.ReadToEndAsync(cancellation);
        await call.WaitForExitAsync(cancellation);
        return answer.StartsWith("{ok, ", StringComparison.Ordinal)
            ? answer.TrimEnd()[5..^1]
            : throw new InvalidOperationException($"RabbitMQ refused {expressions}: {answer}{await errors}");
    }

    /// <summary>Makes a virtual host that the user may use in full; one that exists stays as it is.</summary>
    public Task CreateVirtualHostAsync(string name, string user, CancellationToken cancellation = default) =>
        EvaluateAsync(
            $"""
            ok = rabbit_vhost:add(<<"{name}">>, <<"{user}">>),
            ok = rabbit_auth_backend_internal:set_permissions(
              <<"{user}">>, <<"{name}">>, <<".*">>, <<".*">>, <<".*">>, <<"{user}">>).
            """,
            cancellation
        );

    /// <summary>Every queue of the node's cluster, asked of the node that leads it: the others count nothing.</summary>
    public async Task<IReadOnlyList<QueueDepth>> QueuesAsync(CancellationToken cancellation = default)
    {
        var answer = await EvaluateAsync(
            """
            lists:append([lists:flatten(io_lib:format("~ts ~b ~b;", [element(4, amqqueue:get_name(Q)), Messages, Consumers]))
              || Q <- rabbit_amqqueue:list(),
                 [{messages, Messages}, {consumers, Consumers}] <-
                   [rpc:call(amqqueue:qnode(Q), rabbit_amqqueue, info, [Q, [messages, consumers]], 5000)]]).
            """,
            cancellation
        );
        return
        [
            .. answer
                .Trim('"', '[', ']')
                .Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(queue => queue.Split(' '))
                .Select(fields => new QueueDepth(fields[0], Number(fields[1]), Number(fields[2]))),
        ];
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>A queue, how many messages it holds and how many read from it.</summary>
public sealed record QueueDepth(string Name, long Messages, long Consumers);
