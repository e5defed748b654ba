/* What a source must say before any of its rows is read, told once and not for every row. */
#include "data/plan_check.h"

#include <criterion/criterion.h>
#include <string.h>

#include "support/figures.h"
#include "support/fixture.h"

TestSuite(data_plan_check, .init = fixture_set_up, .fini = fixture_tear_down);

/* The rules stand in line 5, over rows of a group and a number. */
static void expect_said(const char *about, const char *rules, const char *said)
{
	const struct figures_parts parts = { .rows = "g,n\n1,1\n2,2\n3,3\n4,4\n",
					     .rules = rules,
					     .about = about };
	struct figures figures = figures_of(arena, &parts);

	cr_expect_null(figures.dataset);
	cr_expect_str_eq(figures.said, said);
}

#define NUMBER "<map column='n' as='numerator'/>"
#define UNSAID "report.xml:4:1: error: a row does not say what it belongs to: "

Test(data_plan_check, wants_period_body_and_dimension)
{
	expect_said("", "<map column='g' as='group'/>" NUMBER,
		    UNSAID
		    "dimension [DAT21]\n    hint: map or set dimension, or give the map of group a "
		    "classification\n" UNSAID
		    "organisation [DAT21]\n    hint: map a column to organisation, set it, or give "
		    "body an organisation\n" UNSAID
		    "period [DAT21]\n    hint: map a column to period, or set it for the whole "
		    "file\n");
}

Test(data_plan_check, takes_the_body_of_the_report_where_the_file_names_none)
{
	expect_said("organisation='QNV'", NUMBER,
		    UNSAID
		    "period [DAT21]\n    hint: map a column to period, or set it for the whole "
		    "file\n");
}

Test(data_plan_check, keeps_any_period_for_populations)
{
	expect_said(
		"organisation='QNV'", "<set as='period' to='any'/>" NUMBER,
		"report.xml:5:1: error: a row does not say what it belongs to: period [DAT21]\n    "
		"hint: any is for populations, which are used for all periods\n");
}

Test(data_plan_check, refuses_classifications_it_does_not_know)
{
	const struct figures_parts parts = {
		.rows = "g,n\n1,1\n",
		.rules = "<set as='period' to='2024'/>" NUMBER
			 "<map column='g' as='group' classification='sexes'/>",
	};
	const char *said = figures_of(arena, &parts).said;

	cr_expect_not_null(strstr(said, "report.xml:5:104: error: unknown breakdown: "
					"classification=\"sexes\" [SPC42]\n    hint: did you mean "
					"\"sex\"? use one of: deprivation-quintile, "),
			   "%s", said);
}
