using System.Diagnostics;

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
}
