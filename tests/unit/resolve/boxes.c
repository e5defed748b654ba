/* The definition of an indicator. */

#include <criterion/criterion.h>

#include "support/statement.h"

static const struct node *definition(const struct statement *statement)
{
	return statement_node(statement, NODE_PANEL, 0);
}

static const char *last_words(const struct statement *statement)
{
	return statement_plain(statement, &definition(statement)->last->first->text);
}

static size_t count_cells(const struct statement *statement)
{
	size_t count = 0;

	for (const struct node *cell = definition(statement)->first; cell != NULL;
	     cell = cell->next)
		count++;
	return count;
}

Test(resolve_boxes, define_an_indicator_of_a_catalogue_with_its_id)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "indicator,numerator,denominator\nER02,10,100\n",
		.indicators = "<use set='statement-2023-25' only='ER02'/>",
		.about = "organisation='QNV' indicator='ER02'",
		.body = "<definition/>" });

	cr_expect_str_eq(last_words(statement), "Percentage, 2024. Lower is better. ER02");
	cr_expect_eq(count_cells(statement), 3);
	statement_free(statement);
}

Test(resolve_boxes, define_an_indicator_of_the_report_without_its_id)
{
	struct statement *statement =
		statement_of(&(struct statement_parts){ .rows = "numerator,denominator\n10,100\n",
							.good = "high",
							.body = "<definition/>" });

	cr_expect_str_eq(last_words(statement), "Percentage, 2024. Higher is better.");
	cr_expect_eq(count_cells(statement), 3);
	statement_free(statement);
}

Test(resolve_boxes, leave_out_what_nobody_defined)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "numerator,denominator\n10,100\n",
		.indicators = "<indicator id='A' method='proportion' per='100'><name>First</name>"
			      "<unit>%</unit></indicator>",
		.body = "<definition/>" });

	cr_expect_eq(count_cells(statement), 1);
	statement_free(statement);
}

/* What the figures are, where nobody gave a unit. */
Test(resolve_boxes, say_what_is_printed_where_there_is_no_unit)
{
	static const struct {
		const char *method, *per, *words;
	} cases[] = {
		{ "count", "1", "Number, 2024. Neither higher nor lower is better in itself." },
		{ "crude-rate", "100000",
		  "Rate per 100,000, 2024. Neither higher nor lower is better in itself." },
		{ "given", "1", "Value, 2024. Neither higher nor lower is better in itself." },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct statement *statement = statement_of(&(struct statement_parts){
			.rows = "numerator,denominator,value\n10,100,5\n",
			.method = cases[i].method,
			.per = cases[i].per,
			.unit = "",
			.body = "<definition/>" });

		cr_expect_str_eq(last_words(statement), cases[i].words, "%s", cases[i].method);
		statement_free(statement);
	}
}
