using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace IntegrationPlatform.Mapping.Migrations
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
                name: "deadline_exceptions",
                columns: table => new
                {
                    resident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    sealed_reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    made_client = table.Column<string>(type: "text", nullable: false),
                    made_organisation = table.Column<string>(type: "text", nullable: true),
                    made_supplier = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deadline_exceptions", x => new { x.resident_id, x.revision });
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
                name: "languages",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    right_to_left = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_languages", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "looks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    resident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<string>(type: "text", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false),
                    by_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_client = table.Column<string>(type: "text", nullable: false),
                    by_organisation = table.Column<string>(type: "text", nullable: true),
                    by_supplier = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_looks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mapping_deadlines",
                columns: table => new
                {
                    correlation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cluster_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    remind_on = table.Column<DateOnly[]>(type: "date[]", nullable: false),
                    reminded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    overdue_on = table.Column<DateOnly>(type: "date", nullable: true),
                    completed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    alarm_token = table.Column<Guid>(type: "uuid", nullable: true),
                    current_state = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mapping_deadlines", x => x.correlation_id);
                });

            migrationBuilder.CreateTable(
                name: "mapping_versions",
                columns: table => new
                {
                    resident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    submitted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    answered_by = table.Column<string>(type: "text", nullable: false),
                    sealed_answers = table.Column<byte[]>(type: "bytea", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    submitted_client = table.Column<string>(type: "text", nullable: false),
                    submitted_organisation = table.Column<string>(type: "text", nullable: true),
                    submitted_supplier = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mapping_versions", x => new { x.resident_id, x.version });
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
                name: "permit_decisions",
                columns: table => new
                {
                    resident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    permit = table.Column<string>(type: "text", nullable: false),
                    registered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    registered_client = table.Column<string>(type: "text", nullable: false),
                    registered_organisation = table.Column<string>(type: "text", nullable: true),
                    registered_supplier = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_permit_decisions", x => new { x.resident_id, x.decided_on });
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
                name: "residents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cluster_id = table.Column<Guid>(type: "uuid", nullable: false),
                    arrived_on = table.Column<DateOnly>(type: "date", nullable: false),
                    age_group = table.Column<string>(type: "text", nullable: false),
                    duf_index = table.Column<byte[]>(type: "bytea", nullable: true),
                    sealed_identity = table.Column<byte[]>(type: "bytea", nullable: false),
                    permit = table.Column<string>(type: "text", nullable: false),
                    permit_decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    mapping_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    deadline_revision = table.Column<int>(type: "integer", nullable: false),
                    mapping_version = table.Column<int>(type: "integer", nullable: false),
                    settled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    erased_on = table.Column<DateOnly>(type: "date", nullable: true),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    erased_client = table.Column<string>(type: "text", nullable: true),
                    erased_organisation = table.Column<string>(type: "text", nullable: true),
                    erased_supplier = table.Column<string>(type: "text", nullable: true),
                    registered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    registered_client = table.Column<string>(type: "text", nullable: false),
                    registered_organisation = table.Column<string>(type: "text", nullable: true),
                    registered_supplier = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_residents", x => x.id);
                });

            migrationBuilder.InsertData(
                table: "languages",
                columns: new[] { "code", "name", "right_to_left" },
                values: new object[,]
                {
                    { "am", "አማርኛ", false },
                    { "ar", "العربية", true },
                    { "ckb", "کوردیی ناوەندی", true },
                    { "en", "English", false },
                    { "fa", "فارسی", true },
                    { "fa-AF", "دری", true },
                    { "fr", "français", false },
                    { "ku", "Kurdî (Kurmancî)", false },
                    { "nb", "norsk bokmål", false },
                    { "ps", "پښتو", true },
                    { "ru", "русский", false },
                    { "so", "Soomaali", false },
                    { "sw", "Kiswahili", false },
                    { "ti", "ትግርኛ", false },
                    { "uk", "українська", false }
                });

            migrationBuilder.InsertData(
                table: "policy",
                columns: new[] { "holds_from", "name", "rule", "source", "unit", "value" },
                values: new object[,]
                {
                    { new DateOnly(2019, 5, 10), "days-to-map", "MAP-2", "S4", "days", 14m },
                    { new DateOnly(2016, 7, 4), "first-reminder-days-before", "MAP-2", "P", "days", 7m },
                    { new DateOnly(2016, 7, 4), "second-reminder-days-before", "MAP-2", "P", "days", 2m }
                });

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_keys_at",
                table: "idempotency_keys",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_at",
                table: "inbox",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_looks_resident_id_id",
                table: "looks",
                columns: new[] { "resident_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_token",
                table: "outbox",
                column: "token",
                filter: "token is not null");

            migrationBuilder.CreateIndex(
                name: "ix_residents_cluster_id",
                table: "residents",
                column: "cluster_id");

            migrationBuilder.CreateIndex(
                name: "ix_residents_duf_index",
                table: "residents",
                column: "duf_index",
                unique: true,
                filter: "settled_on is null and erased_on is null");

            migrationBuilder.CreateIndex(
                name: "ix_residents_household_id",
                table: "residents",
                column: "household_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "clusters");

            migrationBuilder.DropTable(
                name: "deadline_exceptions");

            migrationBuilder.DropTable(
                name: "idempotency_keys");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "languages");

            migrationBuilder.DropTable(
                name: "looks");

            migrationBuilder.DropTable(
                name: "mapping_deadlines");

            migrationBuilder.DropTable(
                name: "mapping_versions");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "permit_decisions");

            migrationBuilder.DropTable(
                name: "policy");

            migrationBuilder.DropTable(
                name: "resident_keys");

            migrationBuilder.DropTable(
                name: "residents");
        }
    }
}
