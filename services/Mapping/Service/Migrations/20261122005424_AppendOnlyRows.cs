using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationPlatform.Mapping.Migrations
{
    /// <summary>Looks, frozen versions, exceptions and decisions are only ever added: the database itself refuses more.</summary>
    public partial class AppendOnlyRows : Migration
    {
        private static readonly string[] Tables = ["looks", "mapping_versions", "deadline_exceptions", "permit_decisions"];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                create function refuse_change() returns trigger language plpgsql as
                $$ begin raise exception 'rows of % are only ever added', tg_table_name; end $$;
                """
            );
            foreach (var table in Tables)
            {
                migrationBuilder.Sql(
                    $"create trigger append_only before update or delete on {table} for each row execute function refuse_change();"
                );
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Tables)
            {
                migrationBuilder.Sql($"drop trigger append_only on {table};");
            }

            migrationBuilder.Sql("drop function refuse_change();");
        }
    }
}
