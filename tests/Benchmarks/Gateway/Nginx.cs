using System.Globalization;
using IntegrationPlatform.Local.Processes;
using IntegrationPlatform.Local.Servers;

namespace IntegrationPlatform.Benchmarks.Gateway;

/// <summary>nginx as a plain proxy with kept connections, in the foreground and in a folder of its own.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ChildProcess _process;

    private Nginx(ChildProcess process, int port)
    {
        _process = process;
        Port = port;
    }

    public int Port { get; }

    public int ProcessId => _process.Id;

    /// <summary>Starts it.</summary>
    /// <param name="upstream">The service's port.</param>
    public static async Task<Nginx> StartAsync(int upstream)
    {
        var folder = Directory.CreateDirectory(Path.Combine(TestFolder.Own, "nginx")).FullName;
        var port = FreePort.Next();
        var settings = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(settings, Settings(folder, port, upstream));
        var process = ChildProcess.Start(
            new ChildStart(
                Installed.Nginx,
                ["-p", folder, "-c", settings, "-e", Path.Combine(folder, "errors.log")],
                Path.Combine(folder, "nginx.log")
            )
        );
        await process.UntilAsync(() => Task.FromResult(!FreePort.IsFree(port)), Patience);
        return new Nginx(process, port);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.KillAsync();
        _process.Dispose();
    }

    // As many workers as .NET has cores; what it would write to disk for each request is off, as it is for the others.
    private static string Settings(string folder, int port, int upstream) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            daemon off;
            user root;
            worker_processes {{Environment.ProcessorCount}};
            pid {{folder}}/nginx.pid;
            events { worker_connections 1024; }
            http {
              access_log off;
              client_body_temp_path {{folder}}/body;
              proxy_temp_path {{folder}}/proxy;
              fastcgi_temp_path {{folder}}/fastcgi;
              uwsgi_temp_path {{folder}}/uwsgi;
              scgi_temp_path {{folder}}/scgi;
              keepalive_requests 100000000;
              upstream service {
                server 127.0.0.1:{{upstream}};
                keepalive 64;
                keepalive_requests 100000000;
              }
              server {
                listen 127.0.0.1:{{port}};
                location / {
                  proxy_pass http://service;
                  proxy_http_version 1.1;
                  proxy_set_header Connection "";
                }
              }
            }
            """
        );
}
