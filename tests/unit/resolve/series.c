/* Series over time where groups are cut anew or a body gets another area. */
#include <criterion/criterion.h>
#include <string.h>

#include "support/statement.h"

#define HEAD "period,organisation,dimension,group,numerator,denominator\n"

/* Fifths by the index of 2019 until 2025/26, by that of 2025 then; the total goes on. */
static const char two_indices[] =
	HEAD "2023/24,QNV,all,,300,2000\n2023/24,QNV,deprivation,1,200,1000\n"
	     "2023/24,QNV,deprivation,5,100,1000\n2024/25,QNV,all,,310,2000\n"
	     "2024/25,QNV,deprivation,1,210,1000\n2024/25,QNV,deprivation,5,100,1000\n"
	     "2025/26,QNV,all,,320,2000\n2025/26,QNV,deprivation-quintile-2025,1,220,1000\n"
	     "2025/26,QNV,deprivation-quintile-2025,5,100,1000\n"
	     "2026/27,QNV,all,,330,2000\n2026/27,QNV,deprivation-quintile-2025,1,230,1000\n"
	     "2026/27,QNV,deprivation-quintile-2025,5,100,1000\n";

/* Hampshire took over a part of Frimley in April 2026. */
static const char enlarged[] =
	HEAD "2024/25,QRL,all,,300,2000\n2025/26,QRL,all,,310,2000\n2026/27,QRL,all,,420,2500\n"
	     "2027/28,QRL,all,,430,2500\n";

/* Periods after which a line of the first figure breaks, by their labels. */
static void expect_break(const struct statement *statement, size_t position, bool wanted)
{
	const struct plot *plot = statement_node(statement, NODE_FIGURE, 0)->plot;

	for (size_t i = 0; i < plot->category_count; i++)
		cr_expect_eq(plot->categories[i].after_break, wanted && i == position, "%zu", i);
}

static const char *notes_of(const struct statement *statement, enum node_kind kind)
{
	return statement_plain(statement, &statement_node(statement, kind, 0)->notes);
}

static void expect_within(const char *text, const char *wanted)
{
	cr_expect_not_null(strstr(text, wanted), "%s\nis not\n%s", text, wanted);
}

Test(resolve_series, are_drawn_in_two_parts_for_two_indices)
{
	const struct statement_parts parts = {
		.rows = two_indices, .body = "<chart kind='trend' by='deprivation' period='all'/>"
	};
	struct statement *statement = statement_of(&parts);
	const struct plot *plot = statement_node(statement, NODE_FIGURE, 0)->plot;

	cr_assert_eq(plot->category_count, 4);
	expect_break(statement, 2, true);
	cr_expect_float_eq(plot_value(plot, 0, 0)->value, 20, 1e-9);
	cr_expect_float_eq(plot_value(plot, 0, 3)->value, 23, 1e-9);
	expect_within(notes_of(statement, NODE_FIGURE),
		      "by the Index of Multiple Deprivation 2019, those for 2025 to 2026 and later "
		      "by the Index of Multiple Deprivation 2025");
	cr_expect_null(strstr(
		statement_plain(statement, &statement_node(statement, NODE_FIGURE, 0)->title),
		"went from"));
	statement_free(statement);
}

/* Who names a classification wants that one, and the total has no groups to be cut. */
Test(resolve_series, are_whole_for_one_classification_and_for_the_total)
{
	const struct statement_parts one = {
		.rows = two_indices,
		.body = "<chart kind='trend' by='deprivation-quintile' period='all'/>"
	};
	const struct statement_parts total = {
		.rows = two_indices, .body = "<chart kind='trend' by='all' period='all'/>"
	};
	struct statement *statement = statement_of(&one);

	cr_expect_eq(statement_node(statement, NODE_FIGURE, 0)->plot->category_count, 2);
	expect_break(statement, 0, false);
	statement_free(statement);
	statement = statement_of(&total);
	cr_expect_eq(statement_node(statement, NODE_FIGURE, 0)->plot->category_count, 4);
	expect_break(statement, 0, false);
	statement_free(statement);
}

Test(resolve_series, stand_side_by_side_in_a_table_that_says_so)
{
	const struct statement_parts parts = {
		.rows = two_indices,
		.body = "<table by='deprivation' series='period' period='all'/>"
	};
	struct statement *statement = statement_of(&parts);

	expect_within(statement_table(statement, 0), "| 20.0% | 21.0% | 22.0% | 23.0%");
	expect_within(notes_of(statement, NODE_TABLE), "they are not joined");
	statement_free(statement);
}

/* A sentence on change begins behind the break; where it would have one year alone, there is none. */
Test(resolve_series, tell_no_change_across_a_break)
{
	struct statement_parts parts = {
		.rows = two_indices,
		.body = "<p><phrase kind='change' by='deprivation' group='most'/></p>"
	};

	expect_paragraph(
		parts,
		"The share of patients treated in time in the most deprived areas went from 22.0% in 2025 to 2026 to "
		"23.0% in 2026 to 2027.");
	parts.body =
		"<p><phrase kind='change' by='deprivation' group='most' period='2025/26'/></p>";
	expect_paragraph(parts, "No comparison can be made: earlier figures are of other groups or "
				"of another area.");
	parts.body =
		"<p><phrase kind='change' by='deprivation' group='most' period='2024/25'/></p>";
	expect_paragraph(
		parts,
		"The share of patients treated in time in the most deprived areas went from 20.0% in 2023 to 2024 to "
		"21.0% in 2024 to 2025.");
	parts.rows = enlarged;
	parts.about = "organisation='QRL' indicator='A'";
	parts.body = "<p><phrase kind='change'/></p>";
	expect_paragraph(
		parts,
		"The share of patients treated in time went from 16.8% in 2026 to 2027 to 17.2% in 2027 to 2028.");
}

Test(resolve_series, break_where_a_body_got_another_area)
{
	const struct statement_parts parts = { .rows = enlarged,
					       .about = "organisation='QRL' indicator='A'",
					       .body = "<chart kind='trend' period='all'/>" };
	struct statement *statement = statement_of(&parts);

	expect_break(statement, 2, true);
	expect_within(notes_of(statement, NODE_FIGURE),
		      "Hampshire and Isle of Wight took over part of Frimley on 1 April 2026");
	statement_free(statement);
}

/* Data that are worked out for one area throughout make one line. */
Test(resolve_series, are_whole_where_the_report_says_that_they_are)
{
	const struct statement_parts parts = { .rows = enlarged,
					       .more_sources =
						       "<organisation code='QRL' before='recast'/>",
					       .about = "organisation='QRL' indicator='A'",
					       .body = "<chart kind='trend' period='all'/>" };
	struct statement *statement = statement_of(&parts);

	expect_break(statement, 0, false);
	expect_within(notes_of(statement, NODE_FIGURE), "were worked out for its present area");
	statement_free(statement);
}
