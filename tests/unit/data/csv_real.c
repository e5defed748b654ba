#include <criterion/criterion.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/path.h"
#include "base/source.h"
#include "data/csv.h"
#include "support/fixture.h"
#include "support/real.h"

TestSuite(csv_real, .init = fixture_set_up, .fini = fixture_tear_down);

static struct csv_reader *open_file(const char *name, const struct csv_options *options,
				    struct diag_list *list)
{
	const char *path = real_file(arena, path_join(arena, "dirty", name));
	struct source *source =
		source_read(arena, path, name, (struct location){ 0 }, DIAG_DATA_UNREADABLE, list);
	cr_assert_not_null(source);
	return csv_open(arena, source, options, list);
}

/* What Python's csv module finds in the files, without byte order marks, blank lines and preambles.
 */
static const struct {
	const char *name;
	struct csv_options options;
	size_t columns, rows, cells, bytes; /* the last three without the header */
} readable[] = {
	{ "compendium_dsr_blank_cells.csv", { 0 }, 11, 1116, 12276, 110120 },
	{ "cr_only_bom_utla_imd2019.csv", { 0 }, 12, 151, 1812, 9878 },
	{ "cr_only_macroman_pound.csv", { .encoding = "macintosh" }, 7, 49, 343, 3890 },
	{ "cr_only_wide_cancer_survival.csv", { 0 }, 51, 257, 13107, 58465 },
	{ "ftnext_DuplicateHeadersAndValidDataRows.csv", { 0 }, 16, 9, 144, 979 },
	{ "ftnext_ExtraHeadersAndValidDataRows.csv", { 0 }, 17, 9, 153, 979 },
	{ "ftnext_MostlyValidHeadersAndValidDataRows.csv", { 0 }, 16, 9, 144, 979 },
	{ "ftnext_NoHeadersAndValidDataRows.csv", { 0 }, 16, 8, 128, 851 },
	{ "ftnext_NoHeadersAndValidDataRows.csv", { .headerless = true }, 16, 9, 144, 979 },
	{ "ftnext_SwitchedHeadersAndValidDataRows.csv", { 0 }, 16, 9, 144, 979 },
	{ "ftnext_ValidHeadersAndNoDataRows.csv", { 0 }, 16, 0, 0, 0 },
	{ "ftnext_ValidHeadersAndValidDataRows.csv", { 0 }, 16, 9, 144, 979 },
	{ "ftnext_ValidHeadersAndValidDataRowsWithEmptyLines.csv", { 0 }, 16, 9, 144, 979 },
	{ "ftnext_ValidHeadersInvalidDataRows.csv", { 0 }, 16, 9, 144, 979 },
	{ "mixed_thousands_percent_in_cell.csv", { 0 }, 11, 42, 462, 5656 },
	{ "quoted_thousands_padded_smi.csv", { 0 }, 10, 42, 420, 3355 },
	{ "upload-duplicate-rows.csv", { 0 }, 17, 2, 34, 104 },
	{ "upload-duplicate-rows_complex_grouping.csv", { 0 }, 17, 2819, 47923, 94104 },
	{ "upload-new-data-columns-different-case.csv", { 0 }, 17, 2, 34, 102 },
	{ "upload-new-data-columns-different-order.csv", { 0 }, 17, 2, 34, 102 },
	{ "upload-new-data-missing-columns.csv", { 0 }, 15, 2, 30, 94 },
	{ "upload-non-numeric-data.csv", { 0 }, 17, 1, 17, 49 },
	{ "windows1252_preamble_ons_subnational.csv.gz",
	  { .encoding = "windows-1252", .preamble = 1 },
	  10,
	  10758,
	  107580,
	  1968104 },
	{ "windows1252_preamble_sample.csv",
	  { .encoding = "windows-1252", .preamble = 1 },
	  10,
	  397,
	  3970,
	  65470 },
};

Test(csv_real, reads_awkward_files_as_python_does)
{
	for (size_t i = 0; i < sizeof(readable) / sizeof(readable[0]); i++) {
		struct diag_list *list = diag_list_new(arena);
		const char *name = readable[i].name;
		struct csv_reader *reader = open_file(name, &readable[i].options, list);
		size_t rows = 0, cells = 0, bytes = 0;
		const struct csv_record *record;

		cr_assert_not_null(reader, "%s", name);
		while ((record = csv_next(reader)) != NULL) {
			rows++;
			cells += record->count;
			for (size_t cell = 0; cell < record->count; cell++)
				bytes += record->cells[cell].length;
		}
		cr_expect_eq(diag_count(list), 0, "%s", name);
		cr_expect_eq(csv_columns(reader), readable[i].columns, "%s", name);
		cr_expect_eq(rows, readable[i].rows, "%s: %zu rows", name, rows);
		cr_expect_eq(cells, readable[i].cells, "%s: %zu cells", name, cells);
		cr_expect_eq(bytes, readable[i].bytes, "%s: %zu bytes", name, bytes);
	}
}

static const struct {
	const char *name, *message;
} refused[] = {
	{ "empty.csv", "empty.csv: error: the data file is empty [DAT02]\n" },
	{ "xlsx_named_as.csv",
	  "xlsx_named_as.csv: error: the data file is not a CSV file: it is a workbook (Excel or "
	  "OpenDocument) or a zip archive [DAT03]\n" },
	{ "cr_only_macroman_pound.csv",
	  "cr_only_macroman_pound.csv:2:75: error: the text does not fit the encoding: byte 0xE5 is "
	  "not utf-8 [DAT04]\n"
	  "    hint: the bytes look like macintosh: set encoding=\"macintosh\" on the source, or save "
	  "the file as UTF-8\n" },
	{ "windows1252_preamble_sample.csv",
	  "windows1252_preamble_sample.csv:4:148: error: the text does not fit the encoding: byte "
	  "0xA3 is not utf-8 [DAT04]\n"
	  "    hint: the bytes look like windows-1252: set encoding=\"windows-1252\" on the source, or "
	  "save the file as UTF-8\n" },
	{ "windows1252_preamble_ons_subnational.csv.gz",
	  "windows1252_preamble_ons_subnational.csv.gz:4:148: error: the text does not fit the "
	  "encoding: byte 0xA3 is not utf-8 [DAT04]\n"
	  "    hint: the bytes look like windows-1252: set encoding=\"windows-1252\" on the source, or "
	  "save the file as UTF-8\n" },
};

Test(csv_real, refuses_what_is_not_utf_8_text_with_one_message)
{
	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
		struct diag_list *list = diag_list_new(arena);
		struct buffer out;

		cr_expect_null(open_file(refused[i].name, NULL, list), "%s", refused[i].name);
		buffer_init(&out);
		diag_write(list, &out, false);
		cr_expect_str_eq(buffer_text(&out), refused[i].message);
		buffer_clear(&out);
	}
}

Test(csv_real, finds_columns_whatever_the_case_of_the_header)
{
	struct diag_list *list = diag_list_new(arena);
	struct csv_reader *reader =
		open_file("upload-new-data-columns-different-case.csv", NULL, list);

	cr_assert_eq(csv_find_column(reader, "IndicatorId"), 0);
	cr_assert_eq(csv_find_column(reader, "LowerCI95"), 10);
}

Test(csv_real, finds_columns_with_blanks_after_their_names)
{
	struct diag_list *list = diag_list_new(arena);
	struct csv_reader *reader = open_file("cr_only_bom_utla_imd2019.csv", NULL, list);

	cr_assert_eq(csv_find_column(reader, "IMD - Average rank"), 1);
	cr_assert_eq(csv_find_column(reader, "IMD - Average score"), 3);
}

Test(csv_real, reports_a_duplicated_column_of_the_header)
{
	struct diag_list *list = diag_list_new(arena);
	struct csv_reader *reader =
		open_file("ftnext_DuplicateHeadersAndValidDataRows.csv", NULL, list);

	cr_assert_eq(csv_find_column(reader, "area_code"), 0);
	cr_assert_eq(diag_count(list), 0);
	cr_assert_eq(csv_find_column(reader, "date_from"), CSV_COLUMN_AMBIGUOUS);
	cr_assert(diag_at(list, 0)->at.line == 1 && diag_at(list, 0)->at.column == 21);
}

Test(csv_real, gives_the_padding_of_quoted_numbers_as_it_is)
{
	struct diag_list *list = diag_list_new(arena);
	struct csv_reader *reader = open_file("quoted_thousands_padded_smi.csv", NULL, list);
	const struct csv_record *record;
	struct csv_cell cell;

	csv_next(reader);
	csv_next(reader);
	record = csv_next(reader);
	cell = csv_trim(record->cells[2]);
	cr_assert_eq(record->cells[2].length, 11);
	cr_assert_eq(cell.length, 10);
	cr_assert_arr_eq(cell.text, "1,615 (27)", 10);
}
