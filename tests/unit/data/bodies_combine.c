/* The counts of two boards as those of the one that took their place in April 2026: Z9B2Z of QMJ and QRV. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "data/bodies.h"
#include "support/figures_expect.h"

TestSuite(data_bodies_combine, .init = fixture_set_up, .fini = fixture_tear_down);

#define HEAD "period,organisation,dimension,group,age,n,d\n"

static const char rules[] =
	"<map column='period' as='period'/><map column='organisation' as='organisation'/>"
	"<map column='dimension' as='dimension'/><map column='group' as='group'/>"
	"<map column='age' as='age'/><map column='n' as='numerator'/>"
	"<map column='d' as='denominator'/><missing value='*' means='suppressed'/>";

static const char combined[] = "<organisation code='Z9B2Z' before='combined'/>";

static struct figures figures_from(const char *rows, const char *elements, const char *rule)
{
	const struct figures_parts parts = {
		.rows = rows,
		.rules = rules,
		.attributes = arena_printf(arena, "rule='%s'", rule),
		.sources = elements,
		.about = "organisation='Z9B2Z'",
	};

	return figures_of(arena, &parts);
}

static void expect_rows(const char *rows, const char *rule, const char *wanted)
{
	struct figures figures = figures_from(rows, combined, rule);
	const char *text;

	cr_assert_not_null(figures.dataset, "%s", figures.said);
	text = figures_text(arena, figures.dataset);
	cr_expect_str_eq(text, wanted, "%s\nis not\n%s\n%s", text, wanted, figures.said);
}

static void expect_said(const char *rows, const char *elements, const char *rule,
			const char *message)
{
	struct figures figures = figures_from(rows, elements, rule);

	cr_assert_not_null(figures.dataset, "%s", figures.said);
	cr_expect_not_null(strstr(figures.said, message), "%s\nis not\n%s", figures.said, message);
}

/* 10 + 21 of 100 + 200; what the two had before is no longer there, their later figures would be. */
Test(data_bodies_combine, adds_up_the_counts_of_all)
{
	expect_rows(HEAD "2024/25,QMJ,all,,,10,100\n2024/25,QRV,all,,,21,200\n"
			 "2026/27,Z9B2Z,all,,,33,310\n",
		    "NONE",
		    "A 2024/25 Z9B2Z - - - - 31 300 - - - 2\n"
		    "A 2026/27 Z9B2Z - - - - 33 310 - - - 4\n");
}

/* A report of its first year is on the year before. */
Test(data_bodies_combine, adds_up_for_a_body_without_figures_of_its_own)
{
	expect_rows(HEAD "2025/26,QMJ,all,,,10,100\n2025/26,QRV,all,,,21,200\n", "NONE",
		    "A 2025/26 Z9B2Z - - - - 31 300 - - - 2\n");
	expect_said(HEAD "2025/26,QMJ,all,,,10,100\n", combined, "NONE",
		    "Z9B2Z: the data have no figures of QRV [DAT78]");
}

Test(data_bodies_combine, adds_up_groups_and_ages_by_what_they_are)
{
	expect_rows(HEAD
		    "2024/25,QMJ,deprivation,1,0-4,1,10\n2024/25,QMJ,deprivation,1,5-9,2,20\n"
		    "2024/25,QMJ,deprivation,2,0-4,3,30\n"
		    "2024/25,QRV,deprivation,2,0-4,40,400\n2024/25,QRV,deprivation,1,5-9,50,500\n"
		    "2024/25,QRV,deprivation,1,0-4,60,600\n2026/27,Z9B2Z,all,,,33,310\n",
		    "NONE",
		    "A 2024/25 Z9B2Z deprivation-quintile 1 - 0-4 61 610 - - - 2\n"
		    "A 2024/25 Z9B2Z deprivation-quintile 1 - 5-9 52 520 - - - 3\n"
		    "A 2024/25 Z9B2Z deprivation-quintile 2 - 0-4 43 430 - - - 4\n"
		    "A 2026/27 Z9B2Z - - - - 33 310 - - - 8\n");
}

/* A group or an age band that one of them lacks is not the sum of the others. */
Test(data_bodies_combine, leaves_out_cells_that_one_body_lacks)
{
	expect_rows(HEAD
		    "2024/25,QMJ,all,,,10,100\n2024/25,QRV,all,,,21,200\n"
		    "2024/25,QMJ,sex,F,,6,50\n2024/25,QMJ,sex,M,,7,50\n2024/25,QRV,sex,F,,8,90\n"
		    "2024/25,QMJ,deprivation,1,0-4,9,99\n2024/25,QRV,deprivation,1,0-4,9,99\n"
		    "2024/25,QRV,deprivation,1,5-9,9,99\n2026/27,Z9B2Z,all,,,33,310\n",
		    "NONE",
		    "A 2024/25 Z9B2Z - - - - 31 300 - - - 2\n"
		    "A 2024/25 Z9B2Z sex female - - 14 140 - - - 4\n"
		    "A 2026/27 Z9B2Z - - - - 33 310 - - - 10\n");
}

/* The other counts of QMJ may be known from its own publication: a sum less them would give the 3 back. */
Test(data_bodies_combine, leaves_out_a_breakdown_with_a_count_that_may_not_be_shown)
{
	static const char rows[] = HEAD
		"2024/25,QMJ,all,,,13,100\n2024/25,QRV,all,,,21,200\n"
		"2024/25,QMJ,sex,F,,3,50\n2024/25,QMJ,sex,M,,10,50\n"
		"2024/25,QRV,sex,F,,11,90\n2024/25,QRV,sex,M,,10,110\n2026/27,Z9B2Z,all,,,33,310\n";
	static const char without[] = "A 2024/25 Z9B2Z - - - - 34 300 - - - 2\n"
				      "A 2026/27 Z9B2Z - - - - 33 310 - - - 8\n";

	expect_rows(rows, "LOCAL-5", without);
	expect_said(rows, combined, "LOCAL-5", "Z9B2Z: 1 left out [DAT79]");
	/* Likewise one that the data hide, whatever the rule. */
	expect_rows(HEAD "2024/25,QMJ,all,,,13,100\n2024/25,QRV,all,,,21,200\n"
			 "2024/25,QMJ,sex,F,,*,50\n2024/25,QMJ,sex,M,,10,50\n"
			 "2024/25,QRV,sex,F,,11,90\n2024/25,QRV,sex,M,,10,110\n"
			 "2026/27,Z9B2Z,all,,,33,310\n",
		    "NONE", without);
	/* And where the people without the event are few. */
	expect_rows(HEAD "2024/25,QMJ,all,,,13,100\n2024/25,QRV,all,,,21,200\n"
			 "2024/25,QMJ,sex,F,,48,50\n2024/25,QMJ,sex,M,,10,50\n"
			 "2024/25,QRV,sex,F,,11,90\n2024/25,QRV,sex,M,,10,110\n"
			 "2026/27,Z9B2Z,all,,,33,310\n",
		    "LOCAL-5", without);
}

Test(data_bodies_combine, says_why_it_cannot)
{
	expect_said(HEAD "2024/25,QMJ,all,,,10,100\n2026/27,Z9B2Z,all,,,33,310\n", combined, "NONE",
		    "Z9B2Z: the data have no figures of QRV [DAT78]");
	expect_said(HEAD "2024/25,QHG,all,,,10,100\n2024/25,QUE,all,,,10,100\n"
			 "2024/25,QM7,all,,,10,100\n2026/27,S1Y5D,all,,,33,310\n"
			 "2026/27,Z9B2Z,all,,,33,310\n",
		    "<organisation code='S1Y5D' before='combined'/>", "NONE",
		    "S1Y5D: QM7 was divided, and what went where is not known [DAT78]");
	expect_said(HEAD "2023/24,QMJ,all,,,10,100\n2024/25,QRV,all,,,10,100\n"
			 "2026/27,Z9B2Z,all,,,33,310\n",
		    combined, "NONE", "Z9B2Z: no cell is there for all of them");
}

/* Without a word of the report nothing is added to anything. */
Test(data_bodies_combine, leaves_all_as_it_is_unless_asked)
{
	struct figures figures = figures_from(
		HEAD
		"2024/25,QMJ,all,,,10,100\n2024/25,QRV,all,,,21,200\n2026/27,Z9B2Z,all,,,33,310\n",
		"", "NONE");

	cr_assert_not_null(figures.dataset, "%s", figures.said);
	cr_expect_str_eq(figures_text(arena, figures.dataset),
			 "A 2024/25 QMJ - - - - 10 100 - - - 2\n"
			 "A 2024/25 QRV - - - - 21 200 - - - 3\n"
			 "A 2026/27 Z9B2Z - - - - 33 310 - - - 4\n");
}
