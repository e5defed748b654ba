/* What contradicts itself, what is missing, and what was left out, said once the rows of all files are together. */
#include <criterion/criterion.h>
#include <string.h>

#include "data/dataset_merge.h"
#include "support/figures_expect.h"

TestSuite(data_dataset_check, .init = fixture_set_up, .fini = fixture_tear_down);

static const char *said_with(const char *rows, const char *indicators)
{
	const struct figures_parts parts = { .rows = rows, .indicators = indicators };

	return figures_of(arena, &parts).said;
}

static const char *said(const char *rows)
{
	return said_with(rows, NULL);
}

Test(data_dataset_check, refuses_percentages_over_a_hundred)
{
	cr_expect_str_eq(
		said(PLAIN_HEAD "2024,QNV,all,,10,9\n2023,QNV,all,,9,9\n"),
		"data.csv:2: error: numerator exceeds denominator: 10 of 9 for A [DAT30]\n");
	cr_expect_str_eq(said_with(PLAIN_HEAD "2024,QNV,all,,10,9\n",
				   "<indicator id='A' method='ratio' per='100'><name>A</name>"
				   "</indicator>"),
			 "");
}

Test(data_dataset_check, refuses_a_value_outside_its_limits)
{
	const struct figures_parts parts = {
		.rows = "period,v,low,high\n2023,5,5,5\n2024,5,6,7\n2025,8,6,7\n2026,,6,7\n",
		.rules = "<map column='period' as='period'/><map column='v' as='value'/>"
			 "<map column='low' as='lower'/><map column='high' as='upper'/>",
		.indicators = "<indicator id='A' method='given'><name>A</name></indicator>",
	};

	cr_expect_str_eq(
		figures_of(arena, &parts).said,
		"data.csv:3: error: a value lies outside its own limits: 5 is not from 6 to 7 "
		"[DAT37]\n"
		"data.csv:4: error: a value lies outside its own limits: 8 is not from 6 to 7 "
		"[DAT37]\n");
}

Test(data_dataset_check, refuses_a_total_below_its_age_bands)
{
	const struct figures_parts parts = {
		.rows = "period,age,n,d\n2024,all,5,90\n2024,0-4,3,40\n2024,5-9,3,40\n"
			"2023,all,7,90\n2023,0-4,3,40\n2023,5-9,3,40\n",
		.rules = "<map column='period' as='period'/><map column='age' as='age'/>"
			 "<map column='n' as='numerator'/><map column='d' as='denominator'/>",
	};

	cr_expect_str_eq(
		figures_of(arena, &parts).said,
		"data.csv:2: error: a total is less than its age bands together: 5 for all "
		"ages, 6 in the age bands together [DAT38]\n");
}

Test(data_dataset_check, says_which_groups_of_an_order_are_missing)
{
	cr_expect_str_eq(said(PLAIN_HEAD
			      "2024,QNV,deprivation,1,1,9\n2024,QNV,deprivation,2,1,9\n"
			      "2024,QNV,deprivation,4,1,9\n2024,QNV,deprivation,5,1,9\n"),
			 "data.csv: warning: a group is missing: \"3\" for A, 2024, QNV [DAT32]\n");
	/* Bodies that the report is not about, and groups without an order, may be in part. */
	cr_expect_str_eq(said(PLAIN_HEAD "2024,RXX,deprivation,1,1,9\n2024,QNV,sex,M,1,9\n"), "");
}

Test(data_dataset_check, says_that_an_indicator_has_no_data)
{
	cr_expect_str_eq(
		said_with(
			PLAIN_HEAD "2024,QNV,all,,1,9\n",
			"<indicator id='A' method='proportion' source='s'><name>A</name></indicator>"
			"\n<indicator id='B' method='count'><name>B</name></indicator>"),
		"report.xml:7:1: warning: no data for an indicator: B [DAT33]\n");
}

/* Published files hold zeros of bodies that nobody asks for: one note a file, with the first row. */
Test(data_dataset_check, notes_denominators_of_zero_once_a_source)
{
	cr_expect_str_eq(said(PLAIN_HEAD "2023,QNV,all,,1,9\n2024,QNV,all,,0,0\n"),
			 "data.csv:3: note: a denominator is 0: A [DAT39]\n");
	cr_expect_str_eq(
		said(PLAIN_HEAD "2022,RXX,all,,0,0\n2024,QNV,all,,0,0\n2023,QNV,all,,0,0\n"),
		"data.csv:2: note: a denominator is 0: A, and 2 more rows [DAT39]\n");
	cr_expect_str_eq(said_with(PLAIN_HEAD "2024,QNV,all,,0,0\n",
				   "<indicator id='A' method='count'><name>A</name></indicator>"),
			 "");
}

Test(data_dataset_check, refuses_a_period_that_only_looks_like_a_date)
{
	cr_expect_str_eq(said(PLAIN_HEAD "2024-12-31,QNV,all,,1,9\n2024-12-AB,QNV,all,,2,9\n"),
			 "data.csv:3: error: a period is not the date that it looks like: "
			 "period=\"2024-12-AB\" [DAT41]\n");
	cr_expect_str_eq(said(PLAIN_HEAD "2024-12-31,QNV,all,,1,9\nbefore,QNV,all,,2,9\n"), "");
}

static const char *said_by_age(const char *rows)
{
	const struct figures_parts parts = {
		.rows = rows,
		.rules = "<map column='period' as='period'/><map column='age' as='age'/>"
			 "<map column='n' as='numerator'/><map column='d' as='denominator'/>",
	};

	return figures_of(arena, &parts).said;
}

Test(data_dataset_check, refuses_age_bands_that_overlap)
{
	cr_expect_str_eq(said_by_age("period,age,n,d\n2024,0-4,1,9\n2024,5-17,1,9\n"
				     "2024,0-17,2,18\n2024,18+,3,30\n"),
			 "data.csv:4: error: age bands overlap: 0-17 and 0-4 (data.csv:2) "
			 "[DAT42]\n");
	cr_expect_str_eq(said_by_age("period,age,n,d\n2024,18+,1,9\n2024,65-74,1,9\n"),
			 "data.csv:3: error: age bands overlap: 65-74 and 18+ (data.csv:2) "
			 "[DAT42]\n");
}

/* Each figure may have bands of its own; bands that meet do not overlap; a total is no band. */
Test(data_dataset_check, takes_age_bands_that_do_not_overlap)
{
	cr_expect_str_eq(said_by_age("period,age,n,d\n2023,0-4,1,9\n2023,5-17,1,9\n2023,18+,1,9\n"
				     "2024,0-17,2,18\n2024,18+,3,30\n2024,all,5,48\n"),
			 "");
}
