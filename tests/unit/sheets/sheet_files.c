/* Workbooks and metadata of tables that are made up. */

#include "sheets/sheet_files.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "support/fixture.h"
#include "support/program.h"
#include "support/workbook_read.h"

static const char *folder;

static void begin(void)
{
	fixture_set_up();
	folder = scratch_new(arena);
}

static void end(void)
{
	scratch_free(folder);
	fixture_tear_down();
}

TestSuite(sheet_files, .init = begin, .fini = end);

/* Texts that a program for spreadsheets would work out, and a number of many digits. */
static const char *const awkward[] = {
	"=1+1", "+44 20", "-5", "@SUM(A1)", "two\nlines", "a < b & c"
};

static struct workbook awkward_book(void)
{
	static struct sheet_line lines[] = { { .text = "=HYPERLINK(\"http://x\")",
					       .style = LINE_TITLE } };
	static struct sheet_column columns[] = { { "Group", 20, false }, { "Value", 12, true } };
	static struct sheet_cell cells[12];
	static struct sheet sheet;

	for (size_t i = 0; i < 6; i++) {
		cells[2 * i].text = awkward[i];
		cells[2 * i + 1] = (struct sheet_cell){
			.text = "0.3", .is_number = true, .number = 0.1 + 0.2, .decimals = 1
		};
	}
	sheet = (struct sheet){ .name = "Table_1",
				.lines = lines,
				.line_count = 1,
				.columns = columns,
				.column_count = 2,
				.cells = cells,
				.row_count = 6,
				.table = "Table_1" };
	return (struct workbook){ .title = "T",
				  .publisher = "P",
				  .description = "",
				  .keywords = "",
				  .language = "cy-GB",
				  .date = { 2025, 7, 31 },
				  .sheets = &sheet,
				  .count = 1,
				  .first_width = 50 };
}

static const char *written(const char *name, struct buffer *bytes)
{
	const char *path = arena_printf(arena, "%s/%s", folder, name);

	file_write(path, bytes->bytes, bytes->length);
	buffer_clear(bytes);
	return path;
}

static void expect_awkward(const struct read_book *book)
{
	const struct read_sheet *sheet = &book->sheets[0];

	cr_assert_eq(sheet->row_count, 8);
	cr_expect_str_eq(read_cell_at(sheet, 0, 0)->text, "=HYPERLINK(\"http://x\")");
	for (size_t i = 0; i < 6; i++) {
		const struct read_cell *text = read_cell_at(sheet, 2 + i, 0);

		cr_expect(!text->is_formula && !text->is_number);
		cr_expect_str_eq(text->text, awkward[i]);
		/* Excel keeps 15 digits, its library writes 16: 0.1 + 0.2 is 0.3 to those. */
		cr_expect_float_eq(read_cell_at(sheet, 2 + i, 1)->number, 0.1 + 0.2, 1e-15);
	}
	cr_expect_not_null(strstr(book->language, "cy-GB"));
	cr_expect_str_eq(book->created, "2025-07-31T00:00:00Z");
}

Test(sheet_files, hold_what_looks_like_a_formula_as_text_and_numbers_in_full)
{
	struct workbook book = awkward_book();
	struct buffer bytes;

	buffer_init(&bytes);
	cr_assert(workbook_write_ods(&book, &bytes, diags));
	expect_awkward(workbook_read_ods(arena, written("a.ods", &bytes)));
	cr_assert(workbook_write_xlsx(&book, &bytes, diags));
	expect_awkward(workbook_read_xlsx(arena, written("a.xlsx", &bytes)));
}

Test(sheet_files, say_when_there_is_no_room_for_a_temporary_file)
{
	struct workbook book = awkward_book();
	struct buffer bytes;

	buffer_init(&bytes);
	cr_assert_eq(setenv("TMPDIR", arena_printf(arena, "%s/none", folder), 1), 0);
	cr_expect_not(workbook_write_xlsx(&book, &bytes, diags));
	cr_expect_eq(diag_errors(diags), 1);
	buffer_clear(&bytes);
}

/* -- tables as CSV ------------------------------------------------------------------------------------------------ */

static struct data_table fifths(void)
{
	static struct data_column columns[] = {
		{ "group", "Group", "Which group.", DATA_TEXT, COLUMN_FOR_ALL, true },
		{ "value", "Value", "", DATA_NUMBER, COLUMN_FOR_ALL, false },
		{ "day", "Day", "", DATA_DATE, COLUMN_FOR_PROGRAMS, false },
	};
	static const char *lines[] = { "A note." };
	static struct data_cell cells[] = {
		{ .text = "One, \"most\"" },
		{ .text = "\xe2\x88\x92"
			  "1.3",
		  .is_number = true,
		  .number = -1.25,
		  .decimals = 1 },
		{ .text = "2025-03-31" },
		{ .text = "=2" },
		{ .text = "[c]" },
		{ .text = "" },
	};

	return (struct data_table){ .name = "Table_1_Waits",
				    .file = "",
				    .label = "Table 1",
				    .title = "Waits",
				    .subtitle = "Here",
				    .alternative = "",
				    .lines = lines,
				    .line_count = 1,
				    .source = "",
				    .keys_are_unique = true,
				    .columns = columns,
				    .column_count = 3,
				    .cells = cells,
				    .row_count = 2 };
}

Test(sheet_files, write_csv_by_its_rules_without_a_number_that_is_hidden)
{
	struct data_table table = fifths();
	struct buffer out;

	buffer_init(&out);
	data_table_csv(&table, &out);
	cr_expect_str_eq(buffer_text(&out), "group,value,day\r\n"
					    "\"One, \"\"most\"\"\",-1.25,2025-03-31\r\n"
					    "=2,,\r\n");
	buffer_clear(&out);
}

Test(sheet_files, describe_tables_for_programs_of_csv_on_the_web)
{
	struct data_table table = fifths();
	const struct data_tables tables = { &table, 1 };
	const struct csvw_facts facts = { .title = "T",
					  .language = "en-GB",
					  .licence_href = "https://licence.example/",
					  .date = "2025-07-31",
					  .suffix = "" };
	struct buffer out;
	json_t *group, *first, *schema;

	buffer_init(&out);
	csvw_write(&tables, &facts, &out);
	group = json_loads(buffer_text(&out), JSON_REJECT_DUPLICATES, NULL);
	cr_assert_not_null(group, "%s", buffer_text(&out));
	cr_expect_str_eq(json_string_value(json_array_get(json_object_get(group, "@context"), 0)),
			 "http://www.w3.org/ns/csvw");
	cr_expect_str_eq(
		json_string_value(json_object_get(json_object_get(group, "dc:issued"), "@value")),
		"2025-07-31");
	first = json_array_get(json_object_get(group, "tables"), 0);
	cr_expect_str_eq(json_string_value(json_object_get(first, "url")), "Table_1_Waits.csv");
	schema = json_object_get(first, "tableSchema");
	cr_expect_str_eq(
		json_string_value(json_array_get(json_object_get(schema, "primaryKey"), 0)),
		"group");
	cr_expect_str_eq(
		json_string_value(json_object_get(
			json_array_get(json_object_get(schema, "columns"), 1), "datatype")),
		"number");
	json_decref(group);
	buffer_clear(&out);
}
