/*
 * source_rules.c - the disclosure rule of each source: named, known, and for such bodies.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "support/figures_expect.h"

TestSuite(data_source_rules, .init = fixture_set_up, .fini = fixture_tear_down);

#define ENGLAND "2024,E92000001,all,,40,90\n"
#define BOARD "2024,QNV,all,,40,90\n"

static struct figures with_rule(const char *rule, const char *rows, const char *indicators)
{
	/* "rule=" within another attribute keeps the usual rule of the tests away. */
	const struct figures_parts parts = {
		.rows = arena_printf(arena, PLAIN_HEAD "%s", rows),
		.attributes =
			rule == NULL ? "title='no rule='" : arena_printf(arena, "rule='%s'", rule),
		.indicators = indicators,
	};

	return figures_of(arena, &parts);
}

Test(data_source_rules, refuses_a_source_that_names_none)
{
	const struct figures figures = with_rule(NULL, BOARD, NULL);

	cr_expect_null(figures.dataset);
	cr_expect_not_null(strstr(figures.said,
				  "report.xml:4:1: error: a source names no disclosure "
				  "rule: s [SPC36]\n    hint: write rule=\"...\", the "
				  "rule that the data are under: "),
			   "%s", figures.said);
	cr_expect_not_null(strstr(figures.said, "NONE (Figures that need no protection"));
}

Test(data_source_rules, tells_which_rule_the_catalogue_names_for_what_the_rows_are_of)
{
	const struct figures_parts parts = {
		.rows = "period,i,n,d\n2024,CV01,1,9\n2024,MH02,1,9\n",
		.attributes = "title='no rule='",
		.rules = "<map column='period' as='period'/><map column='i' as='indicator'/>"
			 "<map column='n' as='numerator'/><map column='d' as='denominator'/>",
		.indicators = "<use set='statement-2023-25'/>",
	};
	const char *said = figures_of(arena, &parts).said;

	cr_expect_not_null(strstr(said, "the catalogue names HES-5 for CV01 (Counts of 1 to 7"),
			   "%s", said);
	cr_expect_not_null(strstr(said, "MHSDS-5 for MH02 (Counts of 0 to 4"), "%s", said);
	cr_expect_null(strstr(said, "NDA-5 for"));
}

Test(data_source_rules, refuses_a_rule_that_is_not_in_the_list)
{
	const struct figures figures = with_rule("HES-6", BOARD, NULL);

	cr_expect_null(figures.dataset);
	cr_expect_not_null(strstr(figures.said, "unknown disclosure rule: rule=\"HES-6\" [SPC35]\n"
						"    hint: did you mean \"HES-5\"?"),
			   "%s", figures.said);
}

Test(data_source_rules, refuses_a_national_rule_for_anybody_but_the_country)
{
	cr_expect_not_null(with_rule("NAT-NONE", ENGLAND, NULL).dataset);
	cr_expect_null(with_rule("NAT-NONE", ENGLAND BOARD, NULL).dataset);
	cr_expect_str_eq(with_rule("NAT-NONE", ENGLAND BOARD, NULL).said,
			 "data.csv:3: error: a rule for national figures on figures below that: "
			 "rule=\"NAT-NONE\" of s, a row of QNV [DAT84]\n");
}

Test(data_source_rules, notes_a_local_rule_where_all_rows_are_national)
{
	cr_expect_not_null(strstr(with_rule("HES-5", ENGLAND, NULL).said, "DAT86"));
	cr_expect_null(strstr(with_rule("HES-5", ENGLAND BOARD, NULL).said, "DAT86"));
	cr_expect_null(strstr(with_rule("NONE", ENGLAND, NULL).said, "DAT86"));
	cr_expect_null(strstr(with_rule("ONS-DEATHS", ENGLAND, NULL).said, "DAT86"));
}
