namespace IntegrationPlatform.Guidance.Contracts;

/// <summary>
/// What a settlement transfer carries from the guidance: the newest signed counsellor's note (SET-4, GUI-3). It travels
/// only sealed.
/// </summary>
/// <param name="Version">The note's version.</param>
/// <param name="SignedOn">The day it was signed.</param>
/// <param name="SignedBy">Organisation number of the career centre that signed it.</param>
/// <param name="Language">The language it is written in (BCP 47), chosen by the resident.</param>
/// <param name="Text">The note.</param>
/// <param name="Goals">The resident's career goals.</param>
/// <param name="ResidentComment">What the resident said to it before it was signed, if anything.</param>
/// <param name="Sessions">The guidance sessions held, oldest first.</param>
public sealed record NoteSection(
    int Version,
    DateOnly SignedOn,
    string SignedBy,
    string Language,
    string Text,
    IReadOnlyList<string> Goals,
    string? ResidentComment,
    IReadOnlyList<GuidanceSession> Sessions
);

/// <summary>A guidance session that was held.</summary>
/// <param name="HeldOn">The day.</param>
/// <param name="Form">Individual or group.</param>
/// <param name="Interpreter">True when an interpreter took part.</param>
public sealed record GuidanceSession(DateOnly HeldOn, SessionForm Form, bool Interpreter);
