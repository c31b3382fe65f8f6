using IntegrationPlatform.Hosting.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IntegrationPlatform.Persistence.Audit;

/// <summary>The tables of the audit; the database itself keeps their rows as they are.</summary>
public static class AuditModel
{
    /// <summary>The column with the transaction that wrote an entry: entries are sealed in its order.</summary>
    internal const string Transaction = "Transaction";

    /// <summary>
    /// Lets the database refuse every change of rows: the audit is only ever added to. Call it from the migration that
    /// makes the tables.
    /// </summary>
    public static void MakeAuditAppendOnly(this MigrationBuilder migration)
    {
        migration.Sql(
            """
            create function refuse_audit_change() returns trigger language plpgsql as
            $$ begin raise exception 'rows of % are only ever added', tg_table_name; end $$;
            create trigger append_only before update or delete or truncate on audit_entries
                for each statement execute function refuse_audit_change();
            create trigger append_only before update or delete or truncate on audit_seals
                for each statement execute function refuse_audit_change();
            """
        );
    }

    /// <summary>Takes the triggers away again.</summary>
    public static void MakeAuditChangeable(this MigrationBuilder migration) =>
        migration.Sql(
            """
            drop trigger append_only on audit_entries;
            drop trigger append_only on audit_seals;
            drop function refuse_audit_change();
            """
        );

    internal static void AddAudit(this ModelBuilder model)
    {
        model.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("audit_entries");
            entry.HasKey(e => e.Position);
            entry.Property(e => e.Position).UseIdentityAlwaysColumn();
            entry.Property(e => e.As).HasColumnName("role");
            entry.Property(e => e.Case).HasColumnName("about");
            entry.Property<long>(Transaction).HasDefaultValueSql("pg_current_xact_id()::text::bigint");
            entry.HasIndex(Transaction);
            entry.HasIndex(e => new { e.CaseId, e.Position }).HasFilter("case_id is not null");
        });
        model.Entity<AuditSeal>(seal =>
        {
            seal.ToTable("audit_seals");
            seal.HasKey(s => s.Number);
            seal.Property(s => s.Number).ValueGeneratedNever();
        });
    }
}
