using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace IntegrationPlatform.Guidance.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "clusters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    host_municipality = table.Column<string>(type: "text", nullable: false),
                    host_municipality_organisation = table.Column<string>(type: "text", nullable: false),
                    centre_organisation = table.Column<string>(type: "text", nullable: false),
                    career_centre_organisation = table.Column<string>(type: "text", nullable: false),
                    nav_office_organisation = table.Column<string>(type: "text", nullable: true),
                    places = table.Column<int>(type: "integer", nullable: false),
                    guidance_capacity = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    revoked_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clusters", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "contributions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    resident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    given_on = table.Column<DateOnly>(type: "date", nullable: false),
                    sealed_text = table.Column<byte[]>(type: "bytea", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_client = table.Column<string>(type: "text", nullable: false),
                    recorded_organisation = table.Column<string>(type: "text", nullable: true),
                    recorded_supplier = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contributions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "guidance_cases",
                columns: table => new
                {
                    correlation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cluster_id = table.Column<Guid>(type: "uuid", nullable: true),
                    permit = table.Column<string>(type: "text", nullable: true),
                    permit_decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    mapped_on = table.Column<DateOnly>(type: "date", nullable: true),
                    queue_number = table.Column<int>(type: "integer", nullable: true),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: true),
                    due_for = table.Column<string>(type: "text", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    due_passed = table.Column<bool>(type: "boolean", nullable: false),
                    due_token = table.Column<Guid>(type: "uuid", nullable: true),
                    first_session_on = table.Column<DateOnly>(type: "date", nullable: true),
                    signed_version = table.Column<int>(type: "integer", nullable: false),
                    settled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    erased = table.Column<bool>(type: "boolean", nullable: false),
                    current_state = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_guidance_cases", x => x.correlation_id);
                });

            migrationBuilder.CreateTable(
                name: "idempotency_keys",
                columns: table => new
                {
                    organisation = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    fingerprint = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: true),
                    location = table.Column<string>(type: "text", nullable: true),
                    body = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency_keys", x => new { x.organisation, x.key });
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consumer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox", x => new { x.message_id, x.consumer_id });
                });

            migrationBuilder.CreateTable(
                name: "notes",
                columns: table => new
                {
                    resident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    sealed_comment = table.Column<byte[]>(type: "bytea", nullable: true),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    commented_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    commented_client = table.Column<string>(type: "text", nullable: true),
                    commented_organisation = table.Column<string>(type: "text", nullable: true),
                    commented_supplier = table.Column<string>(type: "text", nullable: true),
                    drafted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    drafted_client = table.Column<string>(type: "text", nullable: false),
                    drafted_organisation = table.Column<string>(type: "text", nullable: true),
                    drafted_supplier = table.Column<string>(type: "text", nullable: true),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    signed_client = table.Column<string>(type: "text", nullable: true),
                    signed_organisation = table.Column<string>(type: "text", nullable: true),
                    signed_supplier = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notes", x => new { x.resident_id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    due = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    ordering_key = table.Column<Guid>(type: "uuid", nullable: true),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    correlation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    token = table.Column<Guid>(type: "uuid", nullable: true),
                    message_type = table.Column<string>(type: "text", nullable: false),
                    destination = table.Column<string>(type: "text", nullable: false),
                    mandatory = table.Column<bool>(type: "boolean", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    headers = table.Column<string>(type: "text", nullable: true),
                    properties = table.Column<string>(type: "text", nullable: true),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    last_error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => new { x.due, x.position });
                });

            migrationBuilder.CreateTable(
                name: "policy",
                columns: table => new
                {
                    rule = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    holds_from = table.Column<DateOnly>(type: "date", nullable: false),
                    value = table.Column<decimal>(type: "numeric", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_policy", x => new { x.rule, x.name, x.holds_from });
                });

            migrationBuilder.CreateTable(
                name: "resident_keys",
                columns: table => new
                {
                    resident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    master_key_id = table.Column<string>(type: "text", nullable: false),
                    wrapped = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resident_keys", x => x.resident_id);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    resident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    form = table.Column<string>(type: "text", nullable: false),
                    interpreter = table.Column<bool>(type: "boolean", nullable: false),
                    sealed_goals = table.Column<byte[]>(type: "bytea", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_client = table.Column<string>(type: "text", nullable: false),
                    recorded_organisation = table.Column<string>(type: "text", nullable: true),
                    recorded_supplier = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.id);
                });

            migrationBuilder.InsertData(
                table: "policy",
                columns: new[] { "holds_from", "name", "rule", "source", "unit", "value" },
                values: new object[,]
                {
                    { new DateOnly(2016, 7, 4), "queue-days", "GUI-2", "P", "days", 30m },
                    { new DateOnly(2016, 7, 4), "first-session-days", "GUI-3", "P", "days", 30m },
                    { new DateOnly(2016, 7, 4), "note-days", "GUI-3", "P", "days", 60m }
                });

            migrationBuilder.CreateIndex(
                name: "ix_contributions_resident_id_given_on",
                table: "contributions",
                columns: new[] { "resident_id", "given_on" });

            migrationBuilder.CreateIndex(
                name: "ix_guidance_cases_cluster_id_queue_number",
                table: "guidance_cases",
                columns: new[] { "cluster_id", "queue_number" });

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_keys_at",
                table: "idempotency_keys",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_at",
                table: "inbox",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_token",
                table: "outbox",
                column: "token",
                filter: "token is not null");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_resident_id_held_on",
                table: "sessions",
                columns: new[] { "resident_id", "held_on" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "clusters");

            migrationBuilder.DropTable(
                name: "contributions");

            migrationBuilder.DropTable(
                name: "guidance_cases");

            migrationBuilder.DropTable(
                name: "idempotency_keys");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "notes");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "policy");

            migrationBuilder.DropTable(
                name: "resident_keys");

            migrationBuilder.DropTable(
                name: "sessions");
        }
    }
}
