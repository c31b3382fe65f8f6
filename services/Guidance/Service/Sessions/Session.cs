using IntegrationPlatform.Guidance.Contracts;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Persistence.Personal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPlatform.Guidance.Sessions;

/// <summary>A guidance session that was held (GUI-3).</summary>
public sealed class Session
{
    /// <summary>The session's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The resident.</summary>
    public required Guid ResidentId { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly HeldOn { get; init; }

    /// <summary>Individual or group.</summary>
    public required SessionForm Form { get; init; }

    /// <summary>True when an interpreter took part.</summary>
    public required bool Interpreter { get; init; }

    /// <summary>The career goals that were spoken of, sealed.</summary>
    public byte[] SealedGoals { get; private set; } = [];

    /// <summary>Who recorded it.</summary>
    public required Attribution Recorded { get; init; }

    /// <summary>Seals the goals.</summary>
    public void SetGoals(Vault vault, ResidentKey key, IReadOnlyList<string> goals) =>
        SealedGoals = vault.Seal(key, $"session {Id}", goals);

    /// <summary>Opens the goals.</summary>
    public IReadOnlyList<string> Goals(Vault vault, ResidentKey key) =>
        vault.Open<IReadOnlyList<string>>(key, $"session {Id}", SealedGoals);

    /// <summary>Maps the table.</summary>
    internal static void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("sessions");
        session.Property(s => s.Id).ValueGeneratedNever();
        session.ComplexProperty(s => s.Recorded);
        session.HasIndex(s => new { s.ResidentId, s.HeldOn });
    }
}
