using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace IntegrationPlatform.Programme.Migrations
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
                name: "commitments",
                columns: table => new
                {
                    resident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    committed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_client = table.Column<string>(type: "text", nullable: false),
                    recorded_organisation = table.Column<string>(type: "text", nullable: true),
                    recorded_supplier = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commitments", x => x.resident_id);
                });

            migrationBuilder.CreateTable(
                name: "elements",
                columns: table => new
                {
                    resident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    completed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    evidence = table.Column<byte[]>(type: "bytea", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_client = table.Column<string>(type: "text", nullable: false),
                    recorded_organisation = table.Column<string>(type: "text", nullable: true),
                    recorded_supplier = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_elements", x => new { x.resident_id, x.code });
                });

            migrationBuilder.CreateTable(
                name: "enrolments",
                columns: table => new
                {
                    correlation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cluster_id = table.Column<Guid>(type: "uuid", nullable: true),
                    arrived_on = table.Column<DateOnly>(type: "date", nullable: true),
                    adult = table.Column<bool>(type: "boolean", nullable: false),
                    permit = table.Column<string>(type: "text", nullable: true),
                    permit_decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    mapped_on = table.Column<DateOnly>(type: "date", nullable: true),
                    due_for = table.Column<string>(type: "text", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    due_passed = table.Column<bool>(type: "boolean", nullable: false),
                    due_token = table.Column<Guid>(type: "uuid", nullable: true),
                    committed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    agreed_version = table.Column<int>(type: "integer", nullable: false),
                    settled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    erased = table.Column<bool>(type: "boolean", nullable: false),
                    current_state = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_enrolments", x => x.correlation_id);
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
                name: "nav_assessments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    resident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assessed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    needs_services = table.Column<bool>(type: "boolean", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_client = table.Column<string>(type: "text", nullable: false),
                    recorded_organisation = table.Column<string>(type: "text", nullable: true),
                    recorded_supplier = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_nav_assessments", x => x.id);
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
                name: "plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    resident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    drafted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    minutes_per_week = table.Column<int>(type: "integer", nullable: false),
                    agreed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    drafted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    drafted_client = table.Column<string>(type: "text", nullable: false),
                    drafted_organisation = table.Column<string>(type: "text", nullable: true),
                    drafted_supplier = table.Column<string>(type: "text", nullable: true),
                    municipality_agreed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    municipality_agreed_client = table.Column<string>(type: "text", nullable: true),
                    municipality_agreed_organisation = table.Column<string>(type: "text", nullable: true),
                    municipality_agreed_supplier = table.Column<string>(type: "text", nullable: true),
                    resident_agreed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    resident_agreed_client = table.Column<string>(type: "text", nullable: true),
                    resident_agreed_organisation = table.Column<string>(type: "text", nullable: true),
                    resident_agreed_supplier = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plans", x => x.id);
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
                name: "plan_activities",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    kind = table.Column<string>(type: "text", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    weekday = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    to = table.Column<TimeOnly>(type: "time without time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_activities", x => new { x.plan_id, x.position });
                    table.ForeignKey(
                        name: "fk_plan_activities_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "policy",
                columns: new[] { "holds_from", "name", "rule", "source", "unit", "value" },
                values: new object[,]
                {
                    { new DateOnly(2016, 7, 4), "commitment-days", "PRO-1", "P", "days", 14m },
                    { new DateOnly(2016, 7, 4), "hours-per-week", "PRO-1", "S1", "hours", 37m },
                    { new DateOnly(2022, 2, 4), "hours-per-week", "PRO-1", "S3", "hours", 37.5m },
                    { new DateOnly(2016, 7, 4), "plan-days", "PRO-3", "P", "days", 28m }
                });

            migrationBuilder.CreateIndex(
                name: "ix_enrolments_cluster_id",
                table: "enrolments",
                column: "cluster_id");

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_keys_at",
                table: "idempotency_keys",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_at",
                table: "inbox",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_nav_assessments_resident_id_assessed_on",
                table: "nav_assessments",
                columns: new[] { "resident_id", "assessed_on" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_token",
                table: "outbox",
                column: "token",
                filter: "token is not null");

            migrationBuilder.CreateIndex(
                name: "ix_plans_resident_id_version",
                table: "plans",
                columns: new[] { "resident_id", "version" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "clusters");

            migrationBuilder.DropTable(
                name: "commitments");

            migrationBuilder.DropTable(
                name: "elements");

            migrationBuilder.DropTable(
                name: "enrolments");

            migrationBuilder.DropTable(
                name: "idempotency_keys");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "nav_assessments");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "plan_activities");

            migrationBuilder.DropTable(
                name: "policy");

            migrationBuilder.DropTable(
                name: "resident_keys");

            migrationBuilder.DropTable(
                name: "plans");
        }
    }
}
