namespace IntegrationPlatform.Local.Processes;

/// <summary>The signals that the platform's processes are sent; the values are Linux's.</summary>
public enum Signal
{
    /// <summary>Ends what a person started; PostgreSQL's fast shutdown.</summary>
    Interrupt = 2,

    /// <summary>PostgreSQL's immediate shutdown.</summary>
    Quit = 3,

    /// <summary>Ends at once, with no chance to tidy up.</summary>
    Kill = 9,

    /// <summary>Asks for an orderly end.</summary>
    Terminate = 15,

    /// <summary>Lets a stopped process go on.</summary>
    Continue = 18,

    /// <summary>Freezes a process where it is.</summary>
    Stop = 19,
}
