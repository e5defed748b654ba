/* Files as they come, turned into one dataset: every row used, or counted with the reason why it was not. */
#include "data/dataset_read.h"

#include <criterion/criterion.h>
#include <string.h>
#include <zlib.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/path.h"
#include "support/figures.h"
#include "support/program.h"

#define HEAD "period,organisation,dimension,group,n,d\n"

static struct arena *arena;

static void set_up(void)
{
	arena = arena_new();
}

static void tear_down(void)
{
	arena_free(arena);
}

TestSuite(data_dataset_read, .init = set_up, .fini = tear_down);

/* Deprivation fifths are complete, so that nothing is said about groups that are missing. */
#define FIFTHS                                                                                     \
	"2024/25,QNV,deprivation,1,1,10\n2024/25,QNV,deprivation,2,2,10\n"                         \
	"2024/25,QNV,deprivation,3,3,10\n2024/25,QNV,deprivation,4,4,10\n"                         \
	"2024/25,QNV,deprivation,5,5,10\n"

static void expect_read(const struct figures_parts *parts, const char *rows, const char *said)
{
	struct figures figures = figures_of(arena, parts);

	cr_expect_str_eq(figures.said, said);
	cr_expect_str_eq(figures_text(arena, figures.dataset), rows);
}

static void expect_refused(const struct figures_parts *parts, const char *said)
{
	struct figures figures = figures_of(arena, parts);

	cr_expect_null(figures.dataset);
	cr_expect_str_eq(figures.said, said);
}

Test(data_dataset_read, reads_totals_and_groups)
{
	const struct figures_parts parts = { .rows = HEAD "2024/25,QNV,all,,15,50\n" FIFTHS };

	expect_read(&parts,
		    "A 2024/25 QNV - - - - 15 50 - - - 2\n"
		    "A 2024/25 QNV deprivation-quintile 1 - - 1 10 - - - 3\n"
		    "A 2024/25 QNV deprivation-quintile 2 - - 2 10 - - - 4\n"
		    "A 2024/25 QNV deprivation-quintile 3 - - 3 10 - - - 5\n"
		    "A 2024/25 QNV deprivation-quintile 4 - - 4 10 - - - 6\n"
		    "A 2024/25 QNV deprivation-quintile 5 - - 5 10 - - - 7\n",
		    "");
}

Test(data_dataset_read, puts_rows_in_order_whatever_their_order_in_the_file)
{
	const struct figures_parts parts = {
		.rows = HEAD "2024/25,QNV,all,,3,9\n2022/23,QNV,all,,1,9\n2023/24,RXX,all,,4,9\n"
			     "2023/24,QNV,all,,2,9\n"
	};

	expect_read(&parts,
		    "A 2022/23 QNV - - - - 1 9 - - - 3\nA 2023/24 QNV - - - - 2 9 - - - 5\n"
		    "A 2023/24 RXX - - - - 4 9 - - - 4\nA 2024/25 QNV - - - - 3 9 - - - 2\n",
		    "");
}

Test(data_dataset_read, reads_a_byte_order_mark_and_any_line_end)
{
	const struct figures_parts marked = { .rows = "\xef\xbb\xbf" HEAD "2024,QNV,all,,1,9\n" };
	const struct figures_parts returns = {
		.rows = "period,organisation,dimension,group,n,d\r2024,QNV,all,,1,9\r"
	};

	expect_read(&marked, "A 2024 QNV - - - - 1 9 - - - 2\n", "");
	expect_read(&returns, "A 2024 QNV - - - - 1 9 - - - 2\n", "");
}

Test(data_dataset_read, reads_a_declared_encoding)
{
	const struct figures_parts parts = {
		.rows = "period,Zahl \x96 \xa3,d\n2024,1,9\n",
		.attributes = "encoding='windows-1252'",
		.rules =
			"<map column='period' as='period'/><map column='Zahl \xe2\x80\x93 \xc2\xa3' "
			"as='numerator'/><map column='d' as='denominator'/>",
	};

	expect_read(&parts, "A 2024 QNV - - - - 1 9 - - - 2\n", "");
}

Test(data_dataset_read, reads_delimiters_preambles_and_files_without_header)
{
	const struct figures_parts parts = {
		.rows = "made up\nfor a test\n2024;1;9\n",
		.attributes = "delimiter='semicolon' skip-rows='2' header='false'",
		.rules = "<map column='1' as='period'/><map column='2' as='numerator'/>"
			 "<map column='3' as='denominator'/>",
	};

	expect_read(&parts, "A 2024 QNV - - - - 1 9 - - - 3\n", "");
}

Test(data_dataset_read, reads_a_compressed_file)
{
	static const char rows[] = HEAD "2024,QNV,all,,1,9\n";
	const char *folder = scratch_new(arena);
	const struct figures_parts parts = { .folder = folder };
	gzFile file = gzopen(path_join(arena, folder, "data.csv"), "wb");

	cr_assert_eq(gzwrite(file, rows, sizeof(rows) - 1), (int)sizeof(rows) - 1);
	gzclose(file);
	expect_read(&parts, "A 2024 QNV - - - - 1 9 - - - 2\n", "");
	scratch_free(folder);
}

Test(data_dataset_read, knows_markers_that_stand_for_numbers)
{
	const struct figures_parts parts = {
		.rows = HEAD "2020,QNV,all,,*,9\n2021,QNV,all,,[c],[x]\n2022,QNV,all,,NULL,9\n"
			     "2023,QNV,all,,-1,9\n2024,QNV,all,,[z],\n2025,QNV,all,,nil,9\n"
			     "2026,QNV,all,,gone,9\n",
		.rules = "<map column='period' as='period'/><map column='n' as='numerator'/>"
			 "<map column='d' as='denominator'/><missing value='*' means='suppressed'/>"
			 "<missing value='NULL' means='not-available'/>"
			 "<missing value='-1' means='not-applicable'/>"
			 "<missing value='nil' means='zero'/><missing value='gone' means='skip'/>",
	};

	expect_read(
		&parts,
		"A 2020 QNV - - - - * 9 - - - 2\nA 2021 QNV - - - - * - - - - 3\n"
		"A 2022 QNV - - - - - 9 - - - 4\nA 2023 QNV - - - - z 9 - - - 5\n"
		"A 2024 QNV - - - - z - - - - 6\nA 2025 QNV - - - - 0 9 - - - 7\n",
		"data.csv: note: rows were left out: 6 of 7 rows used; 0 filtered out, 0 of other "
		"indicators, 1 marked to be skipped, 0 that repeat others [DAT31]\n");
}

Test(data_dataset_read, takes_a_marker_for_the_whole_row)
{
	const struct figures_parts parts = {
		.rows = "period,n,d,flag\n2023,5,9,\n2024,5,9,low\n",
		.rules = "<map column='period' as='period'/><map column='n' as='numerator'/>"
			 "<map column='d' as='denominator'/><map column='flag' as='status'/>"
			 "<missing value='low' means='suppressed'/>",
	};
	struct figures figures = figures_of(arena, &parts);

	cr_expect_not_null(strstr(figures_text(arena, figures.dataset),
				  "A 2023 QNV - - - - 5 9 - - - 2\nA 2024 QNV - - - - * *"));
}

Test(data_dataset_read, counts_the_rows_of_other_indicators)
{
	const struct figures_parts parts = {
		.rows = "which,period,n\nA,2024,1\nB,2024,2\nalias,2023,3\n",
		.rules = "<map column='which' as='indicator'/><map column='period' as='period'/>"
			 "<map column='n' as='numerator'/>",
		.indicators = "<indicator id='A' method='count' codes='A|alias'><name>A</name>"
			      "</indicator>",
	};

	expect_read(
		&parts, "A 2023 QNV - - - - 3 - - - - 4\nA 2024 QNV - - - - 1 - - - - 2\n",
		"data.csv: note: rows were left out: 2 of 3 rows used; 0 filtered out, 1 of other "
		"indicators, 0 marked to be skipped, 0 that repeat others [DAT31]\n");
}

Test(data_dataset_read, reads_age_bands_beneath_a_group)
{
	const struct figures_parts parts = {
		.rows = "period,age,n,d\n2024,0-4,1,10\n2024,90+,2,10\n2024,all,3,20\n",
		.rules = "<map column='period' as='period'/><map column='age' as='age'/>"
			 "<map column='n' as='numerator'/><map column='d' as='denominator'/>",
		.indicators = "<indicator id='A' method='crude-rate' per='1000'><name>A</name>"
			      "</indicator>",
	};

	expect_read(&parts,
		    "A 2024 QNV - - - - 3 20 - - - 4\nA 2024 QNV - - - 0-4 1 10 - - - 2\n"
		    "A 2024 QNV - - - 90+ 2 10 - - - 3\n",
		    "");
}

Test(data_dataset_read, puts_columns_of_one_figure_from_two_rows_together)
{
	const struct figures_parts parts = {
		.rows = "period,kind,n\n2024,num,4\n2024,den,9\n",
		.rules =
			"<map column='period' as='period'/>"
			"<series><where column='kind' is='num'/><map column='n' as='numerator'/></series>"
			"<series><where column='kind' is='den'/><map column='n' as='denominator'/></series>",
	};

	expect_read(&parts, "A 2024 QNV - - - - 4 9 - - - 2\n", "");
}

Test(data_dataset_read, adds_rows_of_one_group_where_the_source_says_so)
{
	const struct figures_parts parts = {
		.rows = HEAD "2024,QNV,sex,m1,1,5\n2024,QNV,sex,m2,2,5\n2024,QNV,sex,F,*,5\n"
			     "2024,QNV,sex,f2,4,5\n",
		.attributes = "combine='sum'",
		.rules = arena_printf(
			arena,
			"%s<label as='group' from='m1' to='M'/><label as='group' "
			"from='m2' to='M'/><label as='group' from='f2' to='F'/><missing "
			"value='*' means='suppressed'/>",
			figures_plain_rules),
	};

	expect_read(
		&parts,
		"A 2024 QNV sex female - - * 10 - - - 4\nA 2024 QNV sex male - - 3 10 - - - 2\n",
		"");
}

Test(data_dataset_read, drops_rows_that_repeat_others_and_says_how_many)
{
	const struct figures_parts parts = {
		.rows = HEAD "2024,QNV,sex,M,1,5\n2024,QNV,sex,F,2,5\n2024,QNV,sex,M,1,5\n"
	};

	expect_read(
		&parts,
		"A 2024 QNV sex female - - 2 5 - - - 3\nA 2024 QNV sex male - - 1 5 - - - 2\n",
		"data.csv: note: rows were left out: 2 of 3 rows used; 0 filtered out, 0 of other "
		"indicators, 0 marked to be skipped, 1 that repeat others [DAT31]\n");
}

Test(data_dataset_read, refuses_two_rows_that_contradict_each_other)
{
	const struct figures_parts groups = { .rows = HEAD
					      "2024,QNV,sex,M,1,5\n2024,QNV,sex,M,2,5\n" };
	const struct figures_parts totals = {
		.rows = HEAD "2024,QNV,all,,1,5\n2024,QNV,sex,M,1,5\n2024,QNV,all,,1,6\n"
	};

	expect_refused(&groups, "data.csv:3: error: two rows for one figure: the other one is "
				"data.csv:2 [DAT28]\n");
	expect_refused(&totals, "data.csv:4: error: two totals that disagree: the other one is "
				"data.csv:2 [DAT29]\n");
}

Test(data_dataset_read, refuses_rows_that_are_too_short_or_too_long)
{
	const struct figures_parts parts = {
		.rows = HEAD "2024,QNV,all,,1\n2024,QNV,all,,1,5,6\n2023,QNV,all,,1,5,,\n"
	};

	expect_refused(
		&parts,
		"data.csv:2:1: error: a row is too short: 5 cells, the header has 6 [DAT26]\n"
		"data.csv:3:1: error: a row is too long: 7 cells, the header has 6 [DAT27]\n");
}

Test(data_dataset_read, says_where_a_missing_file_was_looked_for)
{
	const struct figures_parts parts = { 0 };

	expect_refused(&parts,
		       "report.xml:4:22: error: cannot read the data file: data.csv: No such "
		       "file or directory [DAT01]\n    hint: looked for beside report.xml; when "
		       "it lies elsewhere, name its folder with --data DIR\n");
}

Test(data_dataset_read, reads_nothing_outside_the_folders)
{
	const struct figures_parts parts = {
		.rows = HEAD "2024,QNV,all,,1,9\n",
		.sources = "<source id='t' href='../../../etc/passwd'/>"
			   "<source id='u' href='/etc/passwd'/>",
	};
	struct figures figures = figures_of(arena, &parts);

	cr_expect_null(figures.dataset);
	cr_expect_not_null(strstr(figures.said, "../../../etc/passwd [SPC16]"));
	cr_expect_not_null(strstr(figures.said, ": /etc/passwd [SPC16]"));
}

Test(data_dataset_read, says_that_nothing_is_read_from_the_network)
{
	const struct figures_parts parts = {
		.rows = HEAD "2024,QNV,all,,1,9\n",
		.sources = "<source id='t' href='https://example.com/a.csv'/>",
	};

	cr_expect_not_null(
		strstr(figures_of(arena, &parts).said,
		       "nothing is read from the network; save the file beside the report"));
}

Test(data_dataset_read, wants_to_know_which_indicator_a_file_is_about)
{
	const struct figures_parts parts = {
		.rows = HEAD "2024,QNV,all,,1,9\n",
		.indicators = "<indicator id='A' method='count'><name>A</name></indicator>"
			      "<indicator id='B' method='count'><name>B</name></indicator>",
	};

	expect_refused(&parts,
		       "report.xml:4:1: error: a source does not say which indicator its rows "
		       "are of: s [DAT35]\n");
}

Test(data_dataset_read, says_that_no_row_is_used)
{
	const struct figures_parts parts = {
		.rows = HEAD "2024,QNV,all,,1,9\n2024,QNV,sex,F,1,9\n",
		.rules = arena_printf(arena, "%s<where column='n' is='2'/>", figures_plain_rules),
	};

	expect_refused(&parts,
		       "report.xml:4:1: error: no row of the file is used: s: 2 rows, 2 filtered "
		       "out, 0 of other indicators [DAT34]\n");
}

/* The first of many faults of one kind are told, the others counted; different kinds do not hide each other. */
Test(data_dataset_read, tells_a_fault_of_a_column_a_few_times)
{
	struct buffer rows;
	struct figures_parts parts = { 0 };
	struct figures figures;

	buffer_init(&rows);
	buffer_add_text(&rows, HEAD);
	for (int i = 0; i < 60; i++)
		buffer_printf(&rows, "%d,QNV,all,,%s,9\n", 1900 + i,
			      i == 0    ? "5"
			      : i == 40 ? "-1"
					: "abc");
	parts.rows = buffer_finish(&rows, arena);
	figures = figures_of(arena, &parts);
	cr_expect_not_null(strstr(figures.said, "data.csv:7:15: error: not a number"));
	cr_expect_null(strstr(figures.said, "data.csv:8:15: error: not a number"));
	cr_expect_not_null(strstr(figures.said, "data.csv:42:15: error: a count is negative: "
						"numerator=\"-1\" [DAT25]\n"));
	cr_expect_not_null(strstr(figures.said,
				  "data.csv:61:15: error: not a number: numerator: 53 "
				  "more like this, the last one here [DAT24]\n"),
			   "%s", figures.said);
}

/* A column of something else is one fault, not as many as it has rows. */
Test(data_dataset_read, tells_a_column_without_any_number_once)
{
	const struct figures_parts parts = {
		.rows = HEAD "2022,QNV,all,,1 (a),9\n2023,QNV,all,,2 (b),9\n2024,QNV,all,,3 (c),9\n"
	};

	expect_refused(
		&parts,
		"data.csv:2:15: error: not a number: numerator=\"1 (a)\" [DAT24]\n    hint: the "
		"cell holds more than a number; split the column in the file\n"
		"data.csv:4:15: error: not a number: numerator: 2 more like this, the last one "
		"here [DAT24]\n");
}

/* A name that is not known is one fault in however many rows it stands. */
Test(data_dataset_read, tells_a_name_it_does_not_know_once)
{
	const struct figures_parts parts = {
		.rows = HEAD "2022,QNV,sex,he,1,9\n2022,QNV,sex,she,1,9\n2023,QNV,sex,he,1,9\n"
			     "2024,QNV,sex,he,1,9\n"
	};
	struct figures figures = figures_of(arena, &parts);

	cr_expect_not_null(strstr(figures.said, "data.csv:2:14: error: unknown group: group=\"he\" "
						"[DAT23]\n"));
	cr_expect_not_null(strstr(figures.said,
				  "data.csv:3:14: error: unknown group: group=\"she\" "
				  "[DAT23]\n"));
	cr_expect_not_null(strstr(figures.said,
				  "data.csv:5:14: error: unknown group: group=\"he\": 2 "
				  "more like this, the last one here [DAT23]\n"),
			   "%s", figures.said);
	cr_expect_null(strstr(figures.said, "data.csv:4:14:"));
}

Test(data_dataset_read, gives_up_on_a_file_that_is_all_faults)
{
	struct buffer rows;
	struct figures_parts parts = { 0 };

	buffer_init(&rows);
	buffer_add_text(&rows, HEAD);
	for (int i = 0; i < 5000; i++)
		buffer_add_text(&rows, "2024,QNV,all,,abc,9\n");
	parts.rows = buffer_finish(&rows, arena);
	cr_expect_not_null(
		strstr(figures_of(arena, &parts).said,
		       "data.csv:201:1: error: too many faults, the rest of the file was "
		       "not read: s [DAT36]\n"));
}

/* A hundred thousand rows, each of a body of its own, in a time that grows with the rows alone. */
Test(data_dataset_read, reads_a_hundred_thousand_rows, .timeout = 20)
{
	const int count = 100000;
	struct buffer rows;
	struct figures_parts parts = { .about = "organisation='O5'" };
	struct figures figures;

	buffer_init(&rows);
	buffer_add_text(&rows, HEAD);
	for (int i = 0; i < count; i++)
		buffer_printf(&rows, "2024,O%d,all,,%d,%d\n", i, i, count);
	parts.rows = buffer_finish(&rows, arena);
	figures = figures_of(arena, &parts);
	cr_assert_not_null(figures.dataset, "%s", figures.said);
	cr_expect_eq(figures.dataset->count, count);
	cr_expect_eq(figures.dataset->organisation_count, count);
	for (int i = 0; i < count; i += 997)
		cr_expect_eq(figures.dataset->observations[i].numerator.number, i);
}
