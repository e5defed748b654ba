/* Figures that round to zero and are not zero, in tables, charts and sentences. */

#include "resolve/resolver.h"

#include <criterion/criterion.h>
#include <string.h>

#include "document/plot.h"
#include "support/statement.h"

/* 40 of 100,000 is 0.04%; nobody of 10,000 is none. */
#define ROWS                                                                                       \
	"dimension,group,numerator,denominator\nall,,5040,120000\ndeprivation,1,5000,10000\n"      \
	"deprivation,3,40,100000\ndeprivation,5,0,10000\n"

#define NOTE "[k] rounds to zero, but is not zero."

static struct statement *of_body(const char *body)
{
	return statement_of(&(struct statement_parts){ .rows = ROWS, .body = body });
}

static const char *notes_of(const struct statement *statement, enum node_kind kind)
{
	return statement_plain(statement, &statement_node(statement, kind, 0)->notes);
}

Test(resolve_rounded, are_k_in_a_table_whose_note_explains_it)
{
	struct statement *statement =
		of_body("<table by='deprivation'><column of='value'/></table>");
	const struct node *node = statement_node(statement, NODE_TABLE, 0);
	const struct table_row *row = &node->table->rows[3];
	const struct text *words = &row->cells[node->table->column_count - 1].text;

	cr_expect_str_eq(statement_plain(statement, words), "[k]");
	cr_expect_str_eq(words->runs[0]->expansion, "rounds to zero, but is not zero");
	cr_expect_not_null(strstr(notes_of(statement, NODE_TABLE), NOTE));
	statement_free(statement);
}

Test(resolve_rounded, leave_a_true_zero_and_the_limits_of_intervals_alone)
{
	struct statement *statement = of_body("<table by='deprivation' compare='none'/>");
	const char *table = statement_table(statement, 0);

	cr_expect_not_null(strstr(table, "| 40 | 100,000 | [k] | 0.0% | 0.1%\n"), "%s", table);
	cr_expect_not_null(strstr(table, "| 0 | 10,000 | 0.0% | 0.0% | 0.0%\n"), "%s", table);
	statement_free(statement);
}

Test(resolve_rounded, are_not_explained_where_there_are_none)
{
	struct statement *statement =
		of_body("<table by='deprivation'><column of='count'/></table>");

	cr_expect_null(strstr(notes_of(statement, NODE_TABLE), "[k]"));
	statement_free(statement);
}

Test(resolve_rounded, are_k_in_a_chart_at_their_place)
{
	struct statement *statement = of_body("<chart kind='bars' by='deprivation'/>");
	const struct plot *plot = statement_node(statement, NODE_FIGURE, 0)->plot;
	const struct plot_value *value = plot_value(plot, 0, 2);

	cr_expect_str_eq(value->text, "[k]");
	cr_expect_str_eq(value->rounded, "less than 0.1%");
	cr_expect_float_eq(value->value, 0.04, 1e-9);
	cr_expect_null(plot_value(plot, 0, 4)->rounded);
	cr_expect_str_eq(plot_value(plot, 0, 4)->text, "0.0%");
	cr_expect_not_null(strstr(notes_of(statement, NODE_FIGURE), NOTE));
	statement_free(statement);
}

Test(resolve_rounded, are_said_in_words_in_sentences)
{
	expect_paragraph((struct statement_parts){ .rows = ROWS,
						   .body = "<p>It was <value by='deprivation' "
							   "group='3'/>.</p>" },
			 "It was less than 0.1%.");
}

/* Older files have [low]. */
Test(resolve_rounded, are_read_where_values_are_published)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.method = "given",
		.rows = "dimension,group,value,lower,upper\nall,,12.5,11,14\n"
			"deprivation,1,[k],0,[k]\ndeprivation,5,[low],0,[low]\n",
		.body = "<table by='deprivation' compare='none'/><p><value by='deprivation' "
			"group='1'/></p>" });
	const char *table = statement_table(statement, 0);

	cr_expect_not_null(strstr(table, "1 most deprived | [k] | 0.0% | 0.0%\n"), "%s", table);
	cr_expect_not_null(strstr(table, "5 least deprived | [k] | 0.0% | 0.0%\n"), "%s", table);
	cr_expect_str_eq(statement_paragraph(statement, 0), "less than 0.1%");
	statement_free(statement);
}

Test(resolve_rounded, are_no_counts)
{
	struct statement *statement = statement_try(&(struct statement_parts){
		.rows = "numerator,denominator\n[k],100\n", .body = "<p>None.</p>" });

	cr_expect(statement_said(statement, "DAT24"));
	statement_free(statement);
}

/* 40 of 120,040 people are 0.03% of them. */
Test(resolve_rounded, are_k_under_the_boxes_of_a_gradient)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "dimension,group,numerator,denominator\nall,,5040,120040\n"
			"deprivation,1,20,40\ndeprivation,2,2000,40000\n"
			"deprivation,3,1500,30000\ndeprivation,4,1000,25000\n"
			"deprivation,5,520,25000\n",
		.body = "<chart kind='gradient' by='deprivation'/>" });
	const struct plot *plot = statement_node(statement, NODE_FIGURE, 0)->plot;

	cr_expect_str_eq(plot->categories[0].share_text, "[k]");
	cr_expect_str_eq(plot->categories[1].share_text, "33%");
	cr_expect_not_null(strstr(notes_of(statement, NODE_FIGURE), NOTE));
	statement_free(statement);
}
