/* Files of which nothing may be used, or not all: what is said about them, and how often. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "data/dataset_read.h"
#include "support/figures_expect.h"

TestSuite(data_dataset_read_faults, .init = fixture_set_up, .fini = fixture_tear_down);

Test(data_dataset_read_faults, refuses_two_rows_that_contradict_each_other)
{
	const struct figures_parts groups = { .rows = PLAIN_HEAD
					      "2024,QNV,sex,M,1,5\n2024,QNV,sex,M,2,5\n" };
	const struct figures_parts totals = {
		.rows = PLAIN_HEAD "2024,QNV,all,,1,5\n2024,QNV,sex,M,1,5\n2024,QNV,all,,1,6\n"
	};

	figures_expect_refused(&groups,
			       "data.csv:3: error: two rows for one figure: the other one is "
			       "data.csv:2 [DAT28]\n");
	figures_expect_refused(&totals,
			       "data.csv:4: error: two totals that disagree: the other one is "
			       "data.csv:2 [DAT29]\n");
}

Test(data_dataset_read_faults, refuses_rows_that_are_too_short_or_too_long)
{
	const struct figures_parts parts = {
		.rows = PLAIN_HEAD "2024,QNV,all,,1\n2024,QNV,all,,1,5,6\n2023,QNV,all,,1,5,,\n"
	};

	figures_expect_refused(
		&parts,
		"data.csv:2:1: error: a row is too short: 5 cells, the header has 6 [DAT26]\n"
		"data.csv:3:1: error: a row is too long: 7 cells, the header has 6 [DAT27]\n");
}

Test(data_dataset_read_faults, says_where_a_missing_file_was_looked_for)
{
	const struct figures_parts parts = { 0 };

	figures_expect_refused(
		&parts, "report.xml:4:22: error: cannot read the data file: data.csv: No such "
			"file or directory [DAT01]\n    hint: looked for beside report.xml; when "
			"it lies elsewhere, name its folder with --data DIR\n");
}

Test(data_dataset_read_faults, reads_nothing_outside_the_folders)
{
	const struct figures_parts parts = {
		.rows = PLAIN_HEAD "2024,QNV,all,,1,9\n",
		.sources = "<source id='t' href='../../../etc/passwd' rule='NONE'/>"
			   "<source id='u' href='/etc/passwd' rule='NONE'/>",
	};
	struct figures figures = figures_of(arena, &parts);

	cr_expect_null(figures.dataset);
	cr_expect_not_null(strstr(figures.said, "../../../etc/passwd [SPC16]"));
	cr_expect_not_null(strstr(figures.said, ": /etc/passwd [SPC16]"));
}

Test(data_dataset_read_faults, says_that_nothing_is_read_from_the_network)
{
	const struct figures_parts parts = {
		.rows = PLAIN_HEAD "2024,QNV,all,,1,9\n",
		.sources = "<source id='t' href='https://example.com/a.csv' rule='NONE'/>",
	};

	cr_expect_not_null(
		strstr(figures_of(arena, &parts).said,
		       "nothing is read from the network; save the file beside the report"));
}

Test(data_dataset_read_faults, wants_to_know_which_indicator_a_file_is_about)
{
	const struct figures_parts parts = {
		.rows = PLAIN_HEAD "2024,QNV,all,,1,9\n",
		.indicators = "<indicator id='A' method='count'><name>A</name></indicator>"
			      "<indicator id='B' method='count'><name>B</name></indicator>",
	};

	figures_expect_refused(
		&parts, "report.xml:4:1: error: a source does not say which indicator its rows "
			"are of: s [DAT35]\n");
}

Test(data_dataset_read_faults, says_that_no_row_is_used)
{
	const struct figures_parts parts = {
		.rows = PLAIN_HEAD "2024,QNV,all,,1,9\n2024,QNV,sex,F,1,9\n",
		.rules = arena_printf(arena, "%s<where column='n' is='2'/>", figures_plain_rules),
	};

	figures_expect_refused(
		&parts, "report.xml:4:1: error: no row of the file is used: s: 2 rows, 2 filtered "
			"out, 0 of other indicators [DAT34]\n");
}

/* The first of many faults of one kind are told, the others counted; different kinds do not hide each other. */
Test(data_dataset_read_faults, tells_a_fault_of_a_column_a_few_times)
{
	struct buffer rows;
	struct figures_parts parts = { 0 };
	struct figures figures;

	buffer_init(&rows);
	buffer_add_text(&rows, PLAIN_HEAD);
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
Test(data_dataset_read_faults, tells_a_column_without_any_number_once)
{
	const struct figures_parts parts = {
		.rows = PLAIN_HEAD
		"2022,QNV,all,,1 (a),9\n2023,QNV,all,,2 (b),9\n2024,QNV,all,,3 (c),9\n"
	};

	figures_expect_refused(
		&parts,
		"data.csv:2:15: error: not a number: numerator=\"1 (a)\" [DAT24]\n    hint: the "
		"cell holds more than a number; split the column in the file\n"
		"data.csv:4:15: error: not a number: numerator: 2 more like this, the last one "
		"here [DAT24]\n");
}

/* A name that is not known is one fault in however many rows it stands. */
Test(data_dataset_read_faults, tells_a_name_it_does_not_know_once)
{
	const struct figures_parts parts = {
		.rows = PLAIN_HEAD
		"2022,QNV,sex,he,1,9\n2022,QNV,sex,she,1,9\n2023,QNV,sex,he,1,9\n"
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

Test(data_dataset_read_faults, gives_up_on_a_file_that_is_all_faults)
{
	struct buffer rows;
	struct figures_parts parts = { 0 };

	buffer_init(&rows);
	buffer_add_text(&rows, PLAIN_HEAD);
	for (int i = 0; i < 5000; i++)
		buffer_add_text(&rows, "2024,QNV,all,,abc,9\n");
	parts.rows = buffer_finish(&rows, arena);
	cr_expect_not_null(
		strstr(figures_of(arena, &parts).said,
		       "data.csv:201:1: error: too many faults, the rest of the file was "
		       "not read: s [DAT36]\n"));
}
