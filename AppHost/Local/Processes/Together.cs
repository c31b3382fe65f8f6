namespace IntegrationPlatform.Local.Processes;

/// <summary>Waits for work that is done side by side.</summary>
internal static class Together
{
    /// <summary>Waits for all; the first fault cancels the others, and is thrown when all have ended.</summary>
    /// <param name="work">The work.</param>
    /// <param name="others">Cancels what is still under way.</param>
    public static async Task AllAsync(IReadOnlyCollection<Task> work, CancellationTokenSource others)
    {
        Task? fault = null;
        await foreach (var done in Task.WhenEach(work))
        {
            if (!done.IsCompletedSuccessfully)
            {
                fault ??= done;
                await others.CancelAsync();
            }
        }

        await (fault ?? Task.CompletedTask);
    }
}
