/* The body, or the bodies, that figures are compared with. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "support/statement.h"

#define HEAD "period,organisation,dimension,group,numerator,denominator\n"

/* A trust, its board of then and now, their regions, the country. */
static const char rows[] =
	HEAD "2024/25,RPG,all,,100,1000\n2024/25,QKK,all,,200,1000\n2024/25,QKS,all,,300,1000\n"
	     "2024/25,Y56,all,,400,1000\n2024/25,E92000001,all,,500,1000\n"
	     "2026/27,RPG,all,,110,1000\n2026/27,QKK,all,,210,1000\n2026/27,QKS,all,,310,1000\n"
	     "2026/27,Y56,all,,410,1000\n2026/27,E92000001,all,,510,1000\n";

/* The row of the other body in a table of a period. */
static void expect_other(const char *period, const char *compare, const char *wanted)
{
	char body[200];
	struct statement_parts parts = { .rows = rows,
					 .about = "organisation='RPG' indicator='A'",
					 .body = body };
	struct statement *statement;

	snprintf(body, sizeof(body), "<table by='all' period='%s' compare='%s'/>", period, compare);
	statement = statement_of(&parts);
	cr_expect_not_null(strstr(statement_table(statement, 0), wanted), "%s\nis not\n%s",
			   statement_table(statement, 0), wanted);
	statement_free(statement);
}

Test(resolve_comparator, is_the_body_around_in_the_period_of_the_figures)
{
	expect_other("2024/25", "icb", "South East London, all patients | 200");
	expect_other("2026/27", "icb", "Kent and Medway, all patients | 310");
	expect_other("2026/27", "region", "London, all patients | 410");
	expect_other("2026/27", "england", "England, all patients | 510");
	expect_other("2026/27", "national", "England, all patients | 510");
}

static void expect_refused(const char *body, const char *id)
{
	struct statement_parts parts = { .rows = HEAD
					 "2024/25,QNC,all,,100,1000\n2024/25,QNC,sex,F,100,1000\n"
					 "2024/25,QNC,sex,M,100,1000\n2024/25,QOC,all,,100,1000\n",
					 .more_sources = "<peers id='others' of='QOC QNC'/>",
					 .about = "organisation='QNC' indicator='A'",
					 .body = body };

	expect_message(parts, id);
}

Test(resolve_comparator, must_be_in_the_data)
{
	expect_refused("<table by='sex' compare='region'/>", "SPC90");
	expect_refused("<table by='sex' compare='QHL'/>", "SPC90");
	expect_refused("<table by='sex' compare='Q'/>", "SPC41");
}

Test(resolve_comparator, is_one_body_unless_several_have_room)
{
	expect_refused("<table by='sex' compare='others'/>", "SPC93");
	expect_refused("<chart kind='bars' by='sex' compare='others'/>", "SPC93");
	expect_refused(
		"<chart kind='grouped-bars' by='sex' series='organisation' compare='others'/>",
		"SPC93");
}

/* The body itself is not its own peer, wherever the list has it. */
Test(resolve_comparator, may_be_several_bodies_side_by_side)
{
	const struct statement_parts parts = {
		.rows = rows,
		.more_sources = "<peers id='others' of='QKS RPG QKK'/>",
		.about = "organisation='RPG' indicator='A'",
		.body = "<table by='all' series='organisation' compare='others'/>"
			"<p><name of='comparator' compare='others' form='short'/></p>"
	};
	struct statement *statement = statement_of(&parts);
	const char *table = statement_table(statement, 0);

	cr_expect_not_null(strstr(table, "Oxleas | Kent and Medway | South East London"), "%s",
			   table);
	cr_expect_not_null(strstr(table, "11.0% | 31.0% | 21.0%"), "%s", table);
	cr_expect_str_eq(statement_paragraph(statement, 0),
			 "Kent and Medway and South East London");
	statement_free(statement);
}
