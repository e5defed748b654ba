/* The second grade of comparisons: when it is told, and that nothing else speaks of it. */

#include "indicator/grade.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "support/statement.h"

/*
 * Of 100 each, against 20%. Wilson's 95% and 99.8% intervals: 60% (50.2 to 69.1, 44.6 to 73.6), 28% (20.1 to 37.5,
 * 16.5 to 43.3), 20%, 4% (1.6 to 9.8, 1.0 to 15.0).
 */
#define ROWS                                                                                       \
	"dimension,group,numerator,denominator\nall,,200,1000\ndeprivation,1,60,100\n"             \
	"deprivation,2,28,100\ndeprivation,3,20,100\ndeprivation,4,4,100\n"                        \
	"deprivation,5,*,100\n"

#define BODY                                                                                          \
	"<p><phrase kind='several-groups' by='deprivation'/></p><p><phrase kind='introduction'/></p>" \
	"<table by='deprivation'/>"

static struct statement *graded(const char *data, const char *body)
{
	return statement_of(&(struct statement_parts){ .data = data, .rows = ROWS, .body = body });
}

static bool is_much(const struct statement *statement, const char *group)
{
	struct figure_key key = { .by = "deprivation-quintile", .group = group };
	const struct result *all = statement_result(statement, (struct figure_key){ 0 });

	return grade_is_much(statement->run.results, &statement_result(statement, key)->key,
			     &all->value);
}

Test(grade, is_told_where_the_wider_interval_leaves_the_benchmark_out)
{
	struct statement *statement = graded("much='99.8'", "<p>None.</p>");

	cr_expect(is_much(statement, "1"));
	cr_expect_not(is_much(statement, "2"), "higher at 95% alone");
	cr_expect_not(is_much(statement, "3"));
	cr_expect_not(is_much(statement, "5"), "hidden");
	statement_free(statement);
}

Test(grade, is_never_told_unless_the_report_asks_for_it)
{
	static const char *const without[] = { "", "much='none'" };

	for (size_t i = 0; i < 2; i++) {
		struct statement *statement = graded(without[i], BODY);

		cr_expect_not(is_much(statement, "1"));
		cr_expect_null(strstr(statement_table(statement, 0), "much"));
		cr_expect_null(strstr(statement_paragraph(statement, 0), "much"));
		cr_expect_null(strstr(statement_paragraph(statement, 1), "much"));
		statement_free(statement);
	}
}

Test(grade, is_said_in_table_sentence_introduction_and_note)
{
	struct statement *statement = graded("much='99.8'", BODY);
	const char *table = statement_table(statement, 0);
	const struct node *node = statement_node(statement, NODE_TABLE, 0);

	cr_expect_not_null(strstr(table, "69.1% | much higher\n"), "%s", table);
	cr_expect_not_null(strstr(table, "37.5% | higher\n"), "%s", table);
	cr_expect_not_null(strstr(statement_plain(statement, &node->notes),
				  "Much higher and much lower: also at 99.8% confidence."));
	cr_expect_not_null(
		strstr(statement_paragraph(statement, 0), "was much higher for fifth 1."), "%s",
		statement_paragraph(statement, 0));
	cr_expect_not_null(strstr(statement_paragraph(statement, 1),
				  "much higher or much lower when it shows at 99.8% confidence"),
			   "%s", statement_paragraph(statement, 1));
	statement_free(statement);
}

/*
 * 20 with limits from 18 to 22.2 on the log scale: the standard error of the logarithm is 0.0535, and the 99.8% interval
 * ends at 23.6.
 */
Test(grade, follows_from_the_limits_of_a_published_figure)
{
	static const struct {
		const char *all, *wanted;
	} cases[] = { { "24", "much lower" }, { "23", "| lower" } };

	for (size_t i = 0; i < 2; i++) {
		char rows[200];
		struct statement *statement;

		snprintf(rows, sizeof(rows),
			 "dimension,group,value,lower,upper\nall,,%s,22.5,25\n"
			 "deprivation,1,20,18,22.2\n",
			 cases[i].all);
		statement = statement_of(
			&(struct statement_parts){ .data = "much='99.8'",
						   .method = "given",
						   .unit = "per 100,000",
						   .rows = rows,
						   .body = "<table by='deprivation'/>" });
		cr_expect_not_null(strstr(statement_table(statement, 0), cases[i].wanted), "%s",
				   statement_table(statement, 0));
		statement_free(statement);
	}
}

Test(grade, has_no_place_above_the_level_of_the_intervals)
{
	struct statement *statement = graded("much='99.8' confidence='99.8'", BODY);

	cr_expect(statement_said(statement, "SPC195"));
	cr_expect_null(strstr(statement_table(statement, 0), "much"));
	statement_free(statement);
}

Test(grade, stands_in_the_title_of_one_body_among_others)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.data = "much='99.8'",
		.rows = "dimension,group,numerator,denominator\nall,all,1500,4000\n"
			"organisation,XXA,500,1000\norganisation,XXB,380,1000\n"
			"organisation,XXD,250,1000\n",
		.body = "<chart kind='peers' by='organisation' emphasise='XXA'/>" });
	const struct node *node = statement_node(statement, NODE_FIGURE, 0);
	const char *title = statement_plain(statement, &node->title);

	cr_expect_not_null(strstr(title, "was much higher"), "%s", title);
	cr_expect_not_null(strstr(node->alternative, "was much higher"), "%s", node->alternative);
	statement_free(statement);
}
