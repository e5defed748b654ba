/* Workbooks and CSV files of a report, as other programs read them. */

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "support/program.h"
#include "support/report_folder.h"
#include "support/sheet.h"
#include "support/unpacked.h"
#include "support/workbook_read.h"

TestSuite(workbooks, .init = report_folder_set_up, .fini = report_folder_tear_down);

static void build(const char *out, const char *more, const char *zone)
{
	struct program_result result =
		program_run(report_arena, report_folder,
			    (const char *[]){ "build", "report.xml", "-o", out, "--formats",
					      "ods,xlsx,csv", "-q", more, NULL },
			    (const char *[]){ zone, NULL });

	cr_assert_eq(result.status, 0, "%s", result.err);
}

static const struct read_book *ods(void)
{
	return workbook_read_ods(report_arena, report_file("out/report.ods"));
}

static const struct read_book *xlsx(void)
{
	return workbook_read_xlsx(report_arena, report_file("out/report.xlsx"));
}

/* -- rules ---------------------------------------------------------------------------------------------------- */

Test(workbooks, keep_all_rules_of_accessible_workbooks)
{
	build("out", NULL, NULL);
	cr_expect_str_eq(workbook_faults(report_arena, ods()), "");
	cr_expect_str_eq(workbook_faults(report_arena, xlsx()), "");
	cr_expect_gt(ods()->count, 5);
}

static const struct read_sheet *sheet_named(const struct read_book *book, const char *name)
{
	for (size_t i = 0; i < book->count; i++)
		if (strcmp(book->sheets[i].name, name) == 0)
			return &book->sheets[i];
	return NULL;
}

Test(workbooks, lead_from_the_contents_to_every_sheet_and_figure)
{
	const struct read_book *book;
	const struct read_sheet *contents;
	size_t rows, led = 0;

	build("out", NULL, NULL);
	book = ods();
	contents = &book->sheets[1];
	rows = contents->last_row - contents->first_row;
	for (size_t row = contents->first_row + 1; row <= contents->last_row; row++) {
		const char *number = read_cell_at(contents, row, 1)->text;
		const char *name = read_cell_at(contents, row, 4)->text;
		const struct read_sheet *sheet = sheet_named(book, name);

		cr_assert_not_null(sheet, "%s", name);
		if (strcmp(number, "no number") != 0)
			cr_expect_not_null(strstr(read_cell_at(sheet, 0, 0)->text, number),
					   "%s is not of %s", name, number);
	}
	for (size_t i = 3; i < book->count; i++)
		for (size_t row = contents->first_row + 1; row <= contents->last_row; row++)
			if (strcmp(read_cell_at(contents, row, 4)->text, book->sheets[i].name) ==
			    0) {
				led++;
				break;
			}
	cr_expect_eq(led, book->count - 3);
	cr_expect_gt(rows, led, "none shares a sheet");
}

/* The cover of a good workbook, then one sheet after the other. */
static struct read_book *good_book(void)
{
	static struct read_cell line = { .there = true, .wraps = true, .text = "A title" };
	static struct read_cell table[3][3];
	static struct read_sheet sheets[3];
	static struct read_book book;
	static const char *const names[] = { "Cover", "Contents", "Notes" };

	for (size_t i = 0; i < 3; i++) {
		struct read_cell *cells = table[i];

		cells[0] = cells[1] = cells[2] = line;
		cells[1].bold = true;
		cells[1].text = "Heading";
		sheets[i] = (struct read_sheet){ .name = names[i],
						 .cells = i == 0 ? &line : cells,
						 .row_count = i == 0 ? 1 : 3,
						 .column_count = 1,
						 .table = names[i],
						 .table_count = i > 0,
						 .first_row = 1,
						 .last_row = 2,
						 .header_marked = true };
	}
	book = (struct read_book){ sheets, 3, "T", "P", "2025", "en-GB", "Cover" };
	return &book;
}

static void expect_fault(struct read_book *book, const char *what)
{
	const char *faults = workbook_faults(report_arena, book);

	cr_expect_not_null(strstr(faults, what), "%s: not in \"%s\"", what, faults);
}

Test(workbooks, are_found_out_when_they_break_a_rule)
{
	struct read_book *book = good_book();

	cr_assert_str_eq(workbook_faults(report_arena, book), "");
	book->sheets[1].merged = true;
	expect_fault(book, "merged 1");
	book = good_book();
	book->sheets[1].cells[2].there = false;
	expect_fault(book, "no cell is empty");
	book = good_book();
	book->sheets[2].cells[2].is_formula = true;
	expect_fault(book, "is a formula");
	book = good_book();
	book->sheets[2].cells[1].bold = false;
	expect_fault(book, "no bold text");
	book = good_book();
	book->sheets[2].table = "Two words";
	expect_fault(book, "a table is called");
	book = good_book();
	book->active = "Notes";
	expect_fault(book, "opens with");
}

/* -- the same everywhere ---------------------------------------------------------------------------------------- */

Test(workbooks, hold_the_same_cells_in_both_forms)
{
	const struct read_book *a, *b;

	build("out", NULL, NULL);
	a = ods();
	b = xlsx();
	cr_assert_eq(a->count, b->count);
	for (size_t i = 0; i < a->count; i++) {
		const struct read_sheet *first = &a->sheets[i], *second = &b->sheets[i];

		cr_assert_str_eq(first->name, second->name);
		cr_assert_eq(first->row_count, second->row_count);
		cr_assert_eq(first->column_count, second->column_count);
		for (size_t c = 0; c < first->row_count * first->column_count; c++) {
			cr_expect_str_eq(first->cells[c].text, second->cells[c].text);
			/* The library writes numbers with 16 digits, one more than Excel itself keeps. */
			cr_expect_float_eq(first->cells[c].number, second->cells[c].number,
					   1e-15 * fabs(first->cells[c].number));
			cr_expect_eq(first->cells[c].bold, second->cells[c].bold);
		}
	}
	cr_expect_str_eq(a->created, b->created);
	cr_expect_str_eq(a->title, b->title);
}

/* The column of a marked table; the heading must be there. */
static size_t column_of(const struct read_sheet *sheet, const char *heading)
{
	for (size_t i = 0; i < sheet->column_count; i++)
		if (strcmp(read_cell_at(sheet, sheet->first_row, i)->text, heading) == 0)
			return i;
	cr_assert_fail("%s has no column %s", sheet->name, heading);
	return 0;
}

static bool has_column(const struct read_sheet *sheet, const char *heading)
{
	for (size_t i = 0; i < sheet->column_count; i++)
		if (strcmp(read_cell_at(sheet, sheet->first_row, i)->text, heading) == 0)
			return true;
	return false;
}

Test(workbooks, hold_the_numbers_of_the_csv_files_and_their_shorthand)
{
	const struct read_book *book;
	size_t numbers = 0, letters = 0;

	build("out", NULL, NULL);
	book = ods();
	for (size_t i = 3; i < book->count; i++) {
		const struct read_sheet *sheet = &book->sheets[i];
		const struct sheet *csv = sheet_read(
			report_arena,
			report_file(arena_printf(report_arena, "out/csv/%s.csv", sheet->name)));
		size_t value;

		cr_assert_eq(sheet_rows(csv), sheet->last_row - sheet->first_row);
		if (!has_column(sheet, "Status"))
			continue;
		value = column_of(sheet, "Value");
		for (size_t row = 0; row < sheet_rows(csv); row++) {
			const struct read_cell *cell =
				read_cell_at(sheet, sheet->first_row + 1 + row, value);

			if (cell->is_number) {
				cr_expect_eq(cell->number, sheet_number(csv, row, "value"));
				numbers++;
			} else {
				cr_expect_str_eq(sheet_text(csv, row, "value"), "");
				cr_expect_str_eq(cell->text, sheet_text(csv, row, "as_printed"));
				letters++;
			}
		}
	}
	cr_expect_gt(numbers, 30);
	cr_expect_gt(letters, 0);
}

/* A result of the same indicator has the number, to its last digit. */
static bool is_in_results(const struct sheet *results, const char *indicator, const char *number,
			  const char *column)
{
	for (size_t i = 0; i < sheet_rows(results); i++)
		if (sheet_is(results, i, column, number) &&
		    sheet_is(results, i, "indicator", indicator))
			return true;
	return false;
}

Test(workbooks, tell_nothing_that_the_results_file_does_not)
{
	static const char *const columns[][2] = { { "numerator", "numerator" },
						  { "denominator", "denominator" } };
	const struct read_book *book;
	const struct sheet *results;
	size_t checked = 0;

	build("out", NULL, NULL);
	book = ods();
	results = sheet_read(report_arena, report_file("out/results.csv"));
	for (size_t i = 3; i < book->count; i++) {
		const struct sheet *csv = sheet_read(
			report_arena, report_file(arena_printf(report_arena, "out/csv/%s.csv",
							       book->sheets[i].name)));

		if (!has_column(&book->sheets[i], "Numerator"))
			continue;
		for (size_t row = 0; row < sheet_rows(csv); row++)
			for (size_t c = 0; c < 2; c++) {
				const char *number = sheet_text(csv, row, columns[c][0]);

				if (number[0] == '\0')
					continue;
				checked++;
				cr_expect(is_in_results(results,
							sheet_text(csv, row, "indicator_code"),
							number, columns[c][1]),
					  "%s: %s", book->sheets[i].name, number);
			}
	}
	cr_expect_gt(checked, 20);
}

/* -- bytes ------------------------------------------------------------------------------------------------------ */

Test(workbooks, have_the_same_bytes_wherever_and_whenever_they_are_made)
{
	build("out", NULL, "TZ=Pacific/Auckland");
	/* Archives tell times in steps of two seconds. */
	command_run(report_arena, report_folder, (const char *[]){ "sleep", "3", NULL });
	build("again", NULL, "TZ=America/Lima");
	cr_expect_str_eq(folder_digest(report_arena, report_file("out/csv"), NULL),
			 folder_digest(report_arena, report_file("again/csv"), NULL));
	cr_expect_eq(
		command_run(report_arena, report_folder,
			    (const char *[]){ "cmp", "out/report.ods", "again/report.ods", NULL })
			.status,
		0);
	cr_expect_eq(
		command_run(report_arena, report_folder,
			    (const char *[]){ "cmp", "out/report.xlsx", "again/report.xlsx", NULL })
			.status,
		0);
}

Test(workbooks, begin_with_the_kind_of_the_file_as_opendocument_asks)
{
	struct unpacked_facts facts;

	build("out", NULL, NULL);
	facts = unpacked_facts(report_arena, report_file("out/report.ods"));
	cr_expect_str_eq(facts.first, "mimetype");
	cr_expect(facts.first_is_stored && facts.one_time);
	cr_expect_str_eq(unpacked_entry(report_arena, report_file("out/report.ods"), "mimetype"),
			 "application/vnd.oasis.opendocument.spreadsheet");
}

Test(workbooks, of_an_internal_edition_say_so_on_every_sheet)
{
	const struct read_book *book;

	build("inside", "--unsafe-internal", NULL);
	book = workbook_read_xlsx(report_arena, report_file("inside/report-internal.xlsx"));
	cr_expect_str_eq(workbook_faults(report_arena, book), "");
	for (size_t i = 0; i < book->count; i++)
		cr_expect_str_eq(read_cell_at(&book->sheets[i], 1, 0)->text,
				 "Internal: not for publication");
	cr_expect_not_null(file_text(report_arena,
				     report_file("inside/csv/csv-metadata-internal.json"), NULL));
}
