/* Files as they come, turned into one dataset: every row used, or counted with the reason why it was not. */
#include "data/dataset_read.h"

#include <criterion/criterion.h>
#include <string.h>
#include <zlib.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/path.h"
#include "support/figures_expect.h"
#include "support/program.h"

TestSuite(data_dataset_read, .init = fixture_set_up, .fini = fixture_tear_down);

/* Deprivation fifths are complete, so that nothing is said about groups that are missing. */
#define FIFTHS                                                                                     \
	"2024/25,QNV,deprivation,1,1,10\n2024/25,QNV,deprivation,2,2,10\n"                         \
	"2024/25,QNV,deprivation,3,3,10\n2024/25,QNV,deprivation,4,4,10\n"                         \
	"2024/25,QNV,deprivation,5,5,10\n"

Test(data_dataset_read, reads_totals_and_groups)
{
	const struct figures_parts parts = { .rows = PLAIN_HEAD "2024/25,QNV,all,,15,50\n" FIFTHS };

	figures_expect(&parts,
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
		.rows = PLAIN_HEAD
		"2024/25,QNV,all,,3,9\n2022/23,QNV,all,,1,9\n2023/24,RXX,all,,4,9\n"
		"2023/24,QNV,all,,2,9\n"
	};

	figures_expect(&parts,
		       "A 2022/23 QNV - - - - 1 9 - - - 3\nA 2023/24 QNV - - - - 2 9 - - - 5\n"
		       "A 2023/24 RXX - - - - 4 9 - - - 4\nA 2024/25 QNV - - - - 3 9 - - - 2\n",
		       "");
}

Test(data_dataset_read, reads_a_byte_order_mark_and_any_line_end)
{
	const struct figures_parts marked = { .rows = "\xef\xbb\xbf" PLAIN_HEAD
						      "2024,QNV,all,,1,9\n" };
	const struct figures_parts returns = {
		.rows = "period,organisation,dimension,group,n,d\r2024,QNV,all,,1,9\r"
	};

	figures_expect(&marked, "A 2024 QNV - - - - 1 9 - - - 2\n", "");
	figures_expect(&returns, "A 2024 QNV - - - - 1 9 - - - 2\n", "");
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

	figures_expect(&parts, "A 2024 QNV - - - - 1 9 - - - 2\n", "");
}

Test(data_dataset_read, reads_delimiters_preambles_and_files_without_header)
{
	const struct figures_parts parts = {
		.rows = "made up\nfor a test\n2024;1;9\n",
		.attributes = "delimiter='semicolon' skip-rows='2' header='false'",
		.rules = "<map column='1' as='period'/><map column='2' as='numerator'/>"
			 "<map column='3' as='denominator'/>",
	};

	figures_expect(&parts, "A 2024 QNV - - - - 1 9 - - - 3\n", "");
}

Test(data_dataset_read, reads_a_compressed_file)
{
	static const char rows[] = PLAIN_HEAD "2024,QNV,all,,1,9\n";
	const char *folder = scratch_new(arena);
	const struct figures_parts parts = { .folder = folder };
	gzFile file = gzopen(path_join(arena, folder, "data.csv"), "wb");

	cr_assert_eq(gzwrite(file, rows, sizeof(rows) - 1), (int)sizeof(rows) - 1);
	gzclose(file);
	figures_expect(&parts, "A 2024 QNV - - - - 1 9 - - - 2\n", "");
	scratch_free(folder);
}

Test(data_dataset_read, knows_markers_that_stand_for_numbers)
{
	const struct figures_parts parts = {
		.rows = PLAIN_HEAD
		"2020,QNV,all,,*,9\n2021,QNV,all,,[c],[x]\n2022,QNV,all,,NULL,9\n"
		"2023,QNV,all,,-1,9\n2024,QNV,all,,[z],\n2025,QNV,all,,nil,9\n"
		"2026,QNV,all,,gone,9\n",
		.rules = "<map column='period' as='period'/><map column='n' as='numerator'/>"
			 "<map column='d' as='denominator'/><missing value='*' means='suppressed'/>"
			 "<missing value='NULL' means='not-available'/>"
			 "<missing value='-1' means='not-applicable'/>"
			 "<missing value='nil' means='zero'/><missing value='gone' means='skip'/>",
	};

	figures_expect(
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

Test(data_dataset_read, takes_markers_of_zero_and_to_skip_for_the_whole_row)
{
	const struct figures_parts parts = {
		.rows = "period,n,d,flag\n2023,5,9,drop\n2024,5,9,nil\n",
		.rules = "<map column='period' as='period'/><map column='n' as='numerator'/>"
			 "<map column='d' as='denominator'/><map column='flag' as='status'/>"
			 "<missing value='drop' means='skip'/><missing value='nil' means='zero'/>",
	};

	/* Nobody of nine. */
	figures_expect(
		&parts, "A 2024 QNV - - - - 0 9 - - - 3\n",
		"data.csv: note: rows were left out: 1 of 2 rows used; 0 filtered out, 0 of other "
		"indicators, 1 marked to be skipped, 0 that repeat others [DAT31]\n");
}

/* Without one of its parts a sum is not known. */
Test(data_dataset_read, adds_up_nothing_when_a_part_is_marked_as_missing)
{
	const struct figures_parts parts = {
		.rows = "period,n,d,flag\n2024,30,100,\n2024,,,mis\n",
		.attributes = "combine='sum'",
		.rules = "<map column='period' as='period'/><map column='n' as='numerator'/>"
			 "<map column='d' as='denominator'/><map column='flag' as='status'/>"
			 "<missing value='mis' means='not-available'/>",
	};

	figures_expect(&parts, "A 2024 QNV - - - - - - - - - 2\n", "");
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

	figures_expect(
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

	figures_expect(&parts,
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

	figures_expect(&parts, "A 2024 QNV - - - - 4 9 - - - 2\n", "");
}

Test(data_dataset_read, adds_rows_of_one_group_where_the_source_says_so)
{
	const struct figures_parts parts = {
		.rows = PLAIN_HEAD "2024,QNV,sex,m1,1,5\n2024,QNV,sex,m2,2,5\n2024,QNV,sex,F,*,5\n"
				   "2024,QNV,sex,f2,4,5\n",
		.attributes = "combine='sum'",
		.rules = arena_printf(
			arena,
			"%s<label as='group' from='m1' to='M'/><label as='group' "
			"from='m2' to='M'/><label as='group' from='f2' to='F'/><missing "
			"value='*' means='suppressed'/>",
			figures_plain_rules),
	};

	figures_expect(
		&parts,
		"A 2024 QNV sex female - - * 10 - - - 4\nA 2024 QNV sex male - - 3 10 - - - 2\n",
		"");
}

Test(data_dataset_read, drops_rows_that_repeat_others_and_says_how_many)
{
	const struct figures_parts parts = {
		.rows = PLAIN_HEAD "2024,QNV,sex,M,1,5\n2024,QNV,sex,F,2,5\n2024,QNV,sex,M,1,5\n"
	};

	figures_expect(
		&parts,
		"A 2024 QNV sex female - - 2 5 - - - 3\nA 2024 QNV sex male - - 1 5 - - - 2\n",
		"data.csv: note: rows were left out: 2 of 3 rows used; 0 filtered out, 0 of other "
		"indicators, 0 marked to be skipped, 1 that repeat others [DAT31]\n");
}

/* A hundred thousand rows, each of a body of its own, in a time that grows with the rows alone. */
Test(data_dataset_read, reads_a_hundred_thousand_rows)
{
	const int count = 100000;
	struct buffer rows;
	struct figures_parts parts = { .about = "organisation='O5'" };
	struct figures figures;

	buffer_init(&rows);
	buffer_add_text(&rows, PLAIN_HEAD);
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

/* One count standardised in two ways, one life table read at two ages. */
Test(data_dataset_read, gives_rows_to_every_indicator_of_their_code)
{
	const struct figures_parts parts = {
		.rows = "which,period,n\nD,2024,7\nE,2023,8\n",
		.rules = "<map column='which' as='indicator'/><map column='period' as='period'/>"
			 "<map column='n' as='numerator'/>",
		.indicators =
			"<indicator id='A' method='count' codes='D|D'><name>A</name></indicator>"
			"<indicator id='B' method='count' codes='E|D'><name>B</name></indicator>",
	};

	figures_expect(&parts,
		       "A 2024 QNV - - - - 7 - - - - 2\n"
		       "B 2023 QNV - - - - 8 - - - - 3\n"
		       "B 2024 QNV - - - - 7 - - - - 2\n",
		       "");
}
