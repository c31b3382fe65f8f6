using System.Globalization;

namespace IntegrationPlatform.Local.Servers;

/// <summary>The files and variables that keep a RabbitMQ node within its folder, away from <c>/etc</c> and <c>/var</c>.</summary>
internal sealed class RabbitMqFolder(RabbitMqOptions options)
{
    public string Root { get; } = Path.GetFullPath(options.Folder);

    public string Log => In("rabbitmq.log");

    private string Home => In("home");

    /// <summary>
    /// Writes the node's configuration. It is in Erlang's own terms: the newer form costs seconds of translation at
    /// every boot.
    /// </summary>
    public void Write()
    {
        Directory.CreateDirectory(Home);
        var cookie = Path.Combine(Home, ".erlang.cookie");
        File.Delete(cookie);
        File.WriteAllText(cookie, options.Cookie);
        File.SetUnixFileMode(cookie, UnixFileMode.UserRead);
        File.WriteAllText(In("environment"), "");
        File.WriteAllText(In("plugins"), "[].");
        var cluster =
            options.Cluster.Count == 0
                ? ""
                : $", {{cluster_nodes, {{[{string.Join(", ", options.Cluster.Select(name => $"'{name}@localhost'"))}], disc}}}}";
        var sync = options.Durable ? "" : ", {ra, [{wal_sync_method, none}]}";
        File.WriteAllText(
            In("rabbitmq.config"),
            $$"""
            [{rabbit, [
               {tcp_listeners, [{"127.0.0.1", {{options.Port}}}]},
               {default_user, <<"{{options.User}}">>},
               {default_pass, <<"{{options.Password}}">>},
               {disk_free_limit, 100000000}{{cluster}}
             ]}{{sync}}].
            """
        );
    }

    public IReadOnlyDictionary<string, string?> Environment(int epmdPort)
    {
        var distribution = options.DistributionPort.ToString(CultureInfo.InvariantCulture);
        return new Dictionary<string, string?>
        {
            ["HOME"] = Home,
            ["ERL_EPMD_PORT"] = epmdPort.ToString(CultureInfo.InvariantCulture),
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_NODENAME"] = $"{options.Name}@localhost",
            ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_NODE_PORT"] = options.Port.ToString(CultureInfo.InvariantCulture),
            ["RABBITMQ_DIST_PORT"] = distribution,
            ["RABBITMQ_MNESIA_BASE"] = In("data"),
            ["RABBITMQ_LOG_BASE"] = In("log"),
            ["RABBITMQ_LOGS"] = "-",
            ["RABBITMQ_PID_FILE"] = In("pid"),
            ["RABBITMQ_FEATURE_FLAGS_FILE"] = In("feature-flags"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = In("plugins"),
            ["RABBITMQ_CONF_ENV_FILE"] = In("environment"),
            ["RABBITMQ_CONFIG_FILE"] = In("rabbitmq.config"),
            ["RABBITMQ_ADVANCED_CONFIG_FILE"] = In("advanced.config"),
            ["RABBITMQ_GENERATED_CONFIG_DIR"] = In("generated"),
            ["RABBITMQ_SCHEMA_DIR"] = In("schema"),
            // Without it the start script stays between us and the node; the node itself is told -noinput.
            ["RABBITMQ_ALLOW_INPUT"] = "1",
            // -sname: a node that is distributed from its first moment skips RabbitMQ's own set-up of the distribution,
            // which starts Erlang a second time: a third of the boot.
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] =
                $"-noinput -start_epmd false -sname {options.Name}@localhost -kernel inet_dist_use_interface {{127,0,0,1}}"
                + $" inet_dist_listen_min {distribution} inet_dist_listen_max {distribution}",
        };
    }

    private string In(string name) => Path.Combine(Root, name);
}
