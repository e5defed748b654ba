/* What a source says about its file: roles, labels, filters, series; and headers that are not as it says. */
#include "data/mapping.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "support/figures_expect.h"

TestSuite(data_mapping, .init = fixture_set_up, .fini = fixture_tear_down);

Test(data_mapping, reads_wide_files_a_record_for_every_series)
{
	const struct figures_parts parts = {
		.rows = "code,men,women,people\nQNV,1,2,9\nRXX,3,*,9\n",
		.rules =
			"<map column='code' as='organisation'/><set as='period' to='2024'/>"
			"<missing value='*' means='suppressed'/>"
			"<series><map column='men' as='numerator'/><set as='sex' to='M'/></series>"
			"<series><map column='women' as='numerator'/><set as='sex' to='F'/></series>"
			"<series><map column='people' as='denominator'/></series>",
	};

	figures_expect(&parts,
		       "A 2024 QNV - - - - - 9 - - - 2\nA 2024 QNV - - female - 2 - - - - 2\n"
		       "A 2024 QNV - - male - 1 - - - - 2\nA 2024 RXX - - - - - 9 - - - 3\n"
		       "A 2024 RXX - - female - * - - - - 3\nA 2024 RXX - - male - 3 - - - - 3\n",
		       "");
}

Test(data_mapping, takes_the_rules_of_a_series_before_the_common_ones)
{
	const struct figures_parts parts = {
		.rows = "n,m\n1,2\n",
		.rules =
			"<set as='period' to='2024'/><map column='n' as='numerator'/>"
			"<series><set as='group' to='1' classification='deprivation-decile'/></series>"
			"<series><map column='m' as='numerator'/><set as='period' to='2023'/></series>",
	};
	struct figures figures = figures_of(arena, &parts);
	const char *text = figures_text(arena, figures.dataset);

	cr_expect_str_eq(text, "A 2023 QNV - - - - 2 - - - - 2\n"
			       "A 2024 QNV deprivation-decile 1 - - 1 - - - - 2\n");
}

Test(data_mapping, puts_labels_in_place_of_texts)
{
	const struct figures_parts parts = {
		.rows = "when,what,who,n\nQ1,MOST,a,1\nQ1,rest,a,2\nQ1,none,a,3\nQ1,whole,a,4\n",
		.rules =
			"<map column='when' as='period'/><map column='what' as='group' "
			"classification='sex'/><map column='n' as='numerator'/>"
			"<label as='period' from='Q1' to='2024'/><label as='group' from='MOST' to='F'/>"
			"<label as='group' from='rest' to='Male'/><label as='group' from='none' "
			"to='skip'/><label as='group' from='whole' to='all'/>",
	};

	figures_expect(
		&parts,
		"A 2024 QNV - - - - 4 - - - - 5\nA 2024 QNV sex female - - 1 - - - - 2\n"
		"A 2024 QNV sex male - - 2 - - - - 3\n",
		"data.csv: note: rows were left out: 3 of 4 rows used; 0 filtered out, 0 of other "
		"indicators, 1 marked to be skipped, 0 that repeat others [DAT31]\n");
}

Test(data_mapping, counts_the_rows_that_filters_leave_out)
{
	const struct figures_parts parts = {
		.rows = "period,kind,area,n\n2024,a,x,1\n2024,b,x,2\n2024,c,x,3\n2024,a,y,4\n",
		.rules = "<map column='period' as='period'/><map column='n' as='numerator'/>"
			 "<where column='kind' is='a|b'/><where column='area' is-not='y'/>"
			 "<where column='n' is-not='2'/>",
	};

	figures_expect(
		&parts, "A 2024 QNV - - - - 1 - - - - 2\n",
		"data.csv: note: rows were left out: 1 of 4 rows used; 3 filtered out, 0 of other "
		"indicators, 0 marked to be skipped, 0 that repeat others [DAT31]\n");
}

Test(data_mapping, scales_published_values_and_takes_thousands)
{
	const struct figures_parts parts = {
		.rows = "period,v,low,high,n\n2024,0.5,0.25,.75,\"1,234\"\n",
		.rules =
			"<map column='period' as='period'/><map column='v' as='value' multiply='100'/>"
			"<map column='low' as='lower' multiply='100'/><map column='high' as='upper' "
			"multiply='100'/><map column='n' as='numerator' thousands='true'/>",
		.indicators = "<indicator id='A' method='given'><name>A</name></indicator>",
	};

	figures_expect(&parts, "A 2024 QNV - - - - 1234 - 50 25 75 2\n", "");
}

/* One cause, one message, wherever the header goes wrong. */
Test(data_mapping, says_once_that_a_header_is_not_the_one_described)
{
	const struct figures_parts parts = { .rows = "period;organisation;n;d\n2024;QNV;1;9\n" };
	const struct figures_parts headless = { .rows = "2024,QNV,all,,1,9\n" };
	const struct figures_parts declared = { .rows = PLAIN_HEAD "2024,QNV,all,,1,9\n",
						.attributes = "delimiter='tab'" };
	const char *none =
		"data.csv:1:1: error: the data file has no such column: none of "
		"\"period\", \"organisation\", \"dimension\", \"group\", \"n\", \"d\" is "
		"in the header [DAT20]\n    hint: ";

	figures_expect_refused(&parts,
			       arena_printf(arena,
					    "%sthe header has one column only; set "
					    "delimiter=\"semicolon\" if cells are separated so\n",
					    none));
	figures_expect_refused(
		&headless,
		arena_printf(arena,
			     "%sthe header read is: 2024, QNV, all, , 1, 9; set "
			     "header=\"false\" when the file has none, skip-rows when it "
			     "stands further down\n",
			     none));
	figures_expect_refused(&declared,
			       arena_printf(arena,
					    "%sthe header has one column only; set "
					    "delimiter=\"comma\" if cells are separated so\n",
					    none));
}

Test(data_mapping, names_a_column_that_is_missing_and_the_nearest)
{
	const struct figures_parts parts = {
		.rows = "period,organisation,dimension,group,n,den\n"
	};
	struct figures figures = figures_of(arena, &parts);

	cr_expect_null(figures.dataset);
	cr_expect_not_null(strstr(figures.said, "error: the data file has no such column: \"d\" in "
						"data.csv [DAT20]\n"));
	cr_expect_not_null(strstr(figures.said,
				  "use one of: period, organisation, dimension, group, "
				  "n, den"));
}
