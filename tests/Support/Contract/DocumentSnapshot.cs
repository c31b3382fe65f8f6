using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace IntegrationPlatform.Tests.Support.Contract;

/// <summary>
/// A service's API document as it stands in <c>docs/api</c>: no change of it goes unnoticed. A run with
/// <c>UPDATE_SNAPSHOTS=1</c> writes the file anew; what it changed is read like any other change.
/// </summary>
public static class DocumentSnapshot
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Asserts that a service's document is what its file says.</summary>
    public static async Task Holds(string service, HttpClient client)
    {
        var document = JsonNode.Parse(await client.GetStringAsync(new Uri("/openapi.json", UriKind.Relative)));
        Holds($"docs/api/{service}.json", document!.ToJsonString(Readable) + "\n");
    }

    /// <summary>Asserts that a file of the checkout has a text.</summary>
    public static void Holds(string path, string text)
    {
        var file = Path.Combine(Checkout.Root, path);
        if (Checkout.Updates)
        {
            File.WriteAllText(file, text);
        }

        Assert.True(File.Exists(file), $"{path} is missing: run with UPDATE_SNAPSHOTS=1 and commit it.");
        Assert.Equal(File.ReadAllText(file), text);
    }
}
