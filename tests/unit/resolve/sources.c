/* The table of data sources. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "support/statement.h"

static const char header[] = "Source | Gives | Period | Rule | Rows used\n";

/* What stands under the period of the first source. */
static const char *extraction(struct statement *statement)
{
	const struct table *table = statement_node(statement, NODE_TABLE, 0)->table;

	return statement_plain(statement, &table->rows[0].cells[2].detail);
}

Test(resolve_sources, tell_what_each_gives_of_which_period_day_and_rule)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "period,numerator,denominator\n2021,10,100\n2023,10,100\n2022,12,100\n",
		.rule = "LOCAL-5",
		.retrieved = "2025-06-02",
		.body = "<sources/>" });
	char wanted[300];

	snprintf(wanted, sizeof(wanted), "%sSource | %s | 2021 to 2023 | LOCAL-5 | 3\n", header,
		 statement->run.indicators->items[0].short_name);
	cr_expect_str_eq(statement_table(statement, 0), wanted);
	cr_expect_str_eq(extraction(statement), "extracted 2 June 2025");
	cr_expect_not(statement_said(statement, "SPC80"));
	statement_free(statement);
}

Test(resolve_sources, miss_the_day_of_extraction)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "numerator,denominator\n10,100\n", .body = "<sources/>" });

	cr_expect(statement_said(statement, "SPC80"));
	cr_expect_not_null(strstr(extraction(statement), "the day of extraction"));
	statement_free(statement);
}

Test(resolve_sources, name_indicators_of_a_catalogue_by_their_ids)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "indicator,numerator,denominator\nER02,10,100\nER03,2,100\n",
		.indicators = "<use set='statement-2023-25' only='ER02 ER03'/>",
		.about = "organisation='QNV' indicator='ER02'",
		.retrieved = "2025-06-02",
		.body = "<sources/>" });

	cr_expect_not_null(strstr(statement_table(statement, 0), "Source | ER02, ER03 | 2024 |"));
	statement_free(statement);
}

Test(resolve_sources, name_a_run_of_indicators_by_its_ends)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "indicator,numerator,denominator\nER02,10,100\nER03,2,100\nER04,1,100\n"
			"CV03,5,100\nCV05,5,100\n",
		.indicators = "<use set='statement-2023-25' only='ER02 ER03 ER04 CV03 CV04 CV05'/>",
		.about = "organisation='QNV' indicator='ER02'",
		.retrieved = "2025-06-02",
		.body = "<sources/>" });

	cr_expect_not_null(
		strstr(statement_table(statement, 0), "Source | ER02 to ER04, CV03, CV05 |"), "%s",
		statement_table(statement, 0));
	statement_free(statement);
}

/* Two files of one publication, day and rule are one source to the reader. */
Test(resolve_sources, put_files_of_one_publication_into_one_row)
{
	static const char more[] =
		"<source id='%s' href='%s.csv' title='Survey' rule='%s' retrieved='2025-01-31'>"
		"<citation>Counts of the <em>body</em>.</citation>"
		"<set as='indicator' to='A'/><set as='organisation' to='QNV'/>"
		"<map column='period' as='period'/><map column='n' as='numerator'/>"
		"<map column='d' as='denominator'/></source>";
	static const char *const files[][2] = { { "t", "NONE" },
						{ "u", "NONE" },
						{ "v", "HES-5" } };
	char sources[1500];
	int length = 0;
	struct statement *statement;
	const struct table *table;

	for (size_t i = 0; i < 3; i++)
		length += snprintf(sources + length, sizeof(sources) - (size_t)length, more,
				   files[i][0], files[i][0], files[i][1]);
	statement = statement_of(&(struct statement_parts){
		.rows = "numerator,denominator\n10,100\n",
		.retrieved = "2025-06-02",
		.more_sources = sources,
		.files = { { "t.csv", "period,n,d\n2020,1,2\n2021,1,2\n" },
			   { "u.csv", "period,n,d\n2022,1,2\n" },
			   { "v.csv", "period,n,d\n2023,100,200\n" } },
		.body = "<sources/>" });
	table = statement_node(statement, NODE_TABLE, 0)->table;
	cr_assert_eq(table->row_count, 3);
	cr_expect_str_eq(statement_plain(statement, &table->rows[1].cells[0].detail),
			 "Counts of the body.");
	cr_expect_str_eq(statement_plain(statement, &table->rows[1].cells[2].text), "2020 to 2022");
	cr_expect_str_eq(statement_plain(statement, &table->rows[1].cells[4].text), "3");
	cr_expect_str_eq(statement_plain(statement, &table->rows[2].cells[3].text), "HES-5");
	statement_free(statement);
}
