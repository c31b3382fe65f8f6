using System.Text.Json;

namespace IntegrationPlatform.Settlement.Feeds;

/// <summary>Events, oldest first.</summary>
/// <param name="Events">CloudEvents, as they are pushed.</param>
/// <param name="Next">Send it as <c>after</c> to read on, now or later.</param>
/// <param name="More">True when there is more to read at once.</param>
public sealed record Feed(IReadOnlyList<JsonElement> Events, string Next, bool More);
